import { grouped } from '../grouped.ts';
import { isObject, isOther, mergeWritten, type WrittenObject } from './merge-written.ts';
import { inFull } from './parse-spec.ts';
import { withoutSeed } from './seeds.ts';
import { defaultSpec, type ExperimentSpec } from './spec.ts';
import { least, parsesTo, withShorthand, writtenSpec } from './written-spec.ts';
import { isSame } from '../same.ts';

/** What an experiment file of these runs holds. */
export interface WrittenRuns {
  readonly base: WrittenObject;
  readonly variants?: readonly WrittenObject[];
  readonly seeds?: readonly number[];
}

export interface NamedSpec {
  readonly name: string;
  readonly spec: ExperimentSpec;
}

/**
 * Runs as base, variants and seeds: the base has what they share, a variant what is its own, and neither
 * has what is the default. Runs that differ in their seed alone are one variant, named as the first of
 * them, if every variant has the same seeds.
 */
export function writtenRuns(runs: readonly NamedSpec[]): WrittenRuns {
  const seeds = sharedSeeds(runs);
  const distinct = seeds
    ? runs.filter(({ spec }) => spec.seed === seeds[0]).map(withDefaultSeed)
    : runs;
  const [only, ...others] = distinct;
  const written =
    only && others.length === 0 ? { base: writtenSpec(only.spec) } : baseAndVariants(distinct);
  return seeds ? { ...written, seeds } : written;
}

/** The seeds, where the runs are a whole grid of variants and two seeds or more. */
function sharedSeeds(runs: readonly NamedSpec[]): readonly number[] | undefined {
  const variants = grouped(runs, ({ spec }) => withoutSeed(spec)).values();
  const [seeds = [], ...others] = [...variants].map((each) => each.map(({ spec }) => spec.seed));
  const isGrid = others.every((each) => each.join() === seeds.join());
  return isGrid && seeds.length > 1 && new Set(seeds).size === seeds.length ? seeds : undefined;
}

/** The list of seeds says what it is. */
function withDefaultSeed({ name, spec }: NamedSpec): NamedSpec {
  return { name, spec: { ...spec, seed: defaultSpec.seed } };
}

function baseAndVariants(runs: readonly NamedSpec[]): WrittenRuns {
  const wholes = runs.map(({ spec }): WrittenObject => ({ ...spec }));
  const shared = wholes.reduce(commonOf, wholes[0] ?? {});
  const changes = wholes.map((whole) => differenceOf(whole, shared));
  const reaches = (base: WrittenObject, change: WrittenObject, index: number): boolean => {
    const spec = runs[index]?.spec;
    return spec !== undefined && parsesTo(mergeWritten(inFull(base), inFull(change)), spec);
  };
  const base = least(shared, (written) =>
    changes.every((change, index) => reaches(written, change, index)),
  );
  const variants = runs.map(({ name }, index) => {
    const change = changes[index] ?? {};
    const own = withLeastParts(change, (written) => reaches(base, written, index));
    return { name, ...withShorthand(own) };
  });
  return { base: withShorthand(base), variants };
}

/** What two specs have in common, setting by setting; parts with different names have nothing. */
function commonOf(a: WrittenObject, b: WrittenObject): WrittenObject {
  return Object.fromEntries(
    Object.entries(a).flatMap(([key, value]) => {
      const other = b[key];
      if (isSame(value, other)) return [[key, value]];
      if (!isObject(value) || !isObject(other) || isOther(value, other)) return [];
      return [[key, commonOf(value, other)]];
    }),
  );
}

/** What of `whole` is not in `shared`. */
function differenceOf(whole: WrittenObject, shared: WrittenObject): WrittenObject {
  return Object.fromEntries(
    Object.entries(whole).flatMap(([key, value]) => {
      const other = shared[key];
      if (isSame(value, other)) return [];
      if (isObject(value) && isObject(other)) return [[key, differenceOf(value, other)]];
      return [[key, value]];
    }),
  );
}

/** Within a part that is another one than those of other runs, its defaults can be left out. */
function withLeastParts(
  change: WrittenObject,
  isEnough: (written: WrittenObject) => boolean,
): WrittenObject {
  return Object.entries(change).reduce<WrittenObject>((kept, [key, value]) => {
    if (!isObject(value) || !('name' in value)) return kept;
    return { ...kept, [key]: least(value, (part) => isEnough({ ...kept, [key]: part })) };
  }, change);
}
