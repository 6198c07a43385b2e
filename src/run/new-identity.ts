import { lossLabel } from '../experiment/names.ts';
import { withoutSeed } from '../experiment/seeds.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { message, type Translator } from '../l10n.ts';
import { colourAt, colourOf, runColours } from './colours.ts';
import type { Purpose } from './purpose.ts';
import type { RunIdentity } from './run.ts';

/** A run that is to be started. */
export interface Plan<Spec = ExperimentSpec> {
  readonly spec: Spec;
  /** Without one it is called by its loss. */
  readonly name?: string | undefined;
  readonly purpose?: Purpose;
}

/** A comparison that has runs already. */
export interface Joined {
  readonly comparison: string;
  /** The first place that is free in it. */
  readonly position: number;
}

/**
 * Identities for runs that start together: ids that sort by time and say what they hold. Specs that
 * differ in their seed alone become a group, with one position in the comparison.
 * @param joined the comparison that they become a part of, if it is not one of their own
 */
export function newIdentities(
  plans: readonly Plan[],
  now: Date,
  random: () => number,
  t: Translator,
  joined?: Joined,
): RunIdentity[] {
  const comparison = joined?.comparison ?? newComparison(now, random);
  const places = positionsOf(plans.map(({ spec }) => spec));
  const createdAt = now.getTime();
  return plans.map(({ spec, purpose, name = t(lossLabel(spec.loss)) }, index) => {
    const place = places[index] ?? index;
    const position = place + (joined?.position ?? 0);
    const id = `${comparison}-${position + 1}-${spec.loss.name}`;
    const rest = { createdAt, comparison, position, ...(purpose && { purpose }), spec };
    if (places.filter((other) => other === place).length === 1) return { id, name, ...rest };
    const seeded = t(message('{name} · seed {seed}', { name, seed: String(spec.seed) }));
    return { id: `${id}-seed-${spec.seed}`, name: seeded, ...rest, group: id };
  });
}

/**
 * The comparison of some runs, for others that join them.
 * @param beside those of them that the others, of so many `places`, are looked at with: they get other colours
 */
export function joining(
  runs: readonly [RunIdentity, ...RunIdentity[]],
  beside: readonly RunIdentity[] = [],
  places = 1,
): Joined {
  const [{ comparison }] = runs;
  const positions = runs.filter((run) => run.comparison === comparison).map((run) => run.position);
  const next = Math.max(...positions) + 1;
  const taken = new Set(beside.map(colourOf));
  const isApart = (position: number): boolean =>
    runColours.slice(0, places).every((_, at) => !taken.has(colourAt(position + at)));
  const apart = runColours.findIndex((_, by) => isApart(next + by));
  return { comparison, position: next + Math.max(0, apart) };
}

/** The identity of a new run that goes on from the checkpoint of another, up to `epochs` in all. */
export function continuingIdentity(
  { id, name, position, colour, spec }: RunIdentity,
  epoch: number,
  epochs: number,
  now: Date,
  random: () => number,
  t: Translator,
): RunIdentity {
  const comparison = newComparison(now, random);
  return {
    id: `${comparison}-${position + 1}-${spec.loss.name}`,
    name: t(message('{name} · from epoch {epoch}', { name, epoch: String(epoch) })),
    createdAt: now.getTime(),
    comparison,
    position,
    ...(colour !== undefined && { colour }),
    continues: { id, epoch },
    spec: { ...spec, epochs },
  };
}

/** The group of each, in the order of their first specs; one that is there twice begins a group of its own. */
function positionsOf(specs: readonly ExperimentSpec[]): number[] {
  const groups: ExperimentSpec[][] = [];
  return specs.map((spec) => {
    const found = groups.findIndex((others) => belongs(spec, others));
    if (found < 0) return groups.push([spec]) - 1;
    groups[found]?.push(spec);
    return found;
  });
}

function belongs(spec: ExperimentSpec, others: readonly ExperimentSpec[]): boolean {
  const isOther = ({ seed }: ExperimentSpec): boolean => seed !== spec.seed;
  return others.every((other) => isOther(other) && withoutSeed(other) === withoutSeed(spec));
}

function newComparison(now: Date, random: () => number): string {
  return `${timestamp(now)}-${suffix(random)}`;
}

/** 2026-11-23T00:10:16Z → "20261123-001016", UTC. */
function timestamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}

/** Four letters or digits: two windows may start in the same second. */
function suffix(random: () => number): string {
  return Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0');
}
