import { withoutSeed } from '../experiment/seeds.ts';
import type { Run, RunIdentity } from './run.ts';

/** The runs of one experiment that differ in their seed alone, and were started for the same reason. */
export interface SeedGroup {
  readonly name: string;
  readonly runs: readonly [Run, ...Run[]];
}

/** Each run in one group, which stands where its first run does; one that is there twice begins another. */
export function seedGroups(runs: readonly Run[]): SeedGroup[] {
  const byKey = new Map<string, [Run, ...Run[]][]>();
  for (const run of runs) {
    const key = keyOf(run.identity);
    const alike = byKey.get(key) ?? [];
    const group = alike.find((others) => others.every((other) => seedOf(other) !== seedOf(run)));
    if (group === undefined) byKey.set(key, [...alike, [run]]);
    else group.push(run);
  }
  const groups = [...byKey.values()].flat();
  const place = ([first]: readonly [Run, ...Run[]]): number => runs.indexOf(first);
  return groups.sort((a, b) => place(a) - place(b)).map((members) => ({ name: nameOf(members), runs: members }));
} // prettier-ignore

/** What a person called apart stays apart. */
function keyOf(identity: RunIdentity): string {
  return JSON.stringify([
    withoutSeed(identity.spec),
    identity.purpose ?? null,
    nameWithoutSeed(identity),
  ]);
}

const seedOf = ({ identity }: Run): number => identity.spec.seed;

function nameOf([first, ...others]: readonly [Run, ...Run[]]): string {
  return others.length === 0 ? first.identity.name : nameWithoutSeed(first.identity);
}

/** "CE · seed 3" → "CE": without what tells a run from the others of its group, whatever language it was named in. */
export function nameWithoutSeed({ name, group, spec }: RunIdentity): string {
  const found = /^(.+) · [^\d·]*(\d+)$/.exec(name);
  return group !== undefined && found?.[2] === String(spec.seed) ? (found[1] ?? name) : name;
}
