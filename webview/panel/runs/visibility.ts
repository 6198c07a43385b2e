import type { Run } from '../../../src/run/run.ts';

/** These ids among those of a choice, or out of it; every id once. */
export function withRuns(
  ids: readonly string[],
  runs: readonly Run[],
  isIn: boolean,
): readonly string[] {
  const changed = runs.map(({ identity }) => identity.id);
  const others = ids.filter((id) => !changed.includes(id));
  return isIn ? [...others, ...changed] : others;
}

export type Extent = 'all' | 'some' | 'none';

/** How many of the runs are in a choice. */
export function extentOf(ids: ReadonlySet<string>, runs: readonly Run[]): Extent {
  const found = runs.filter(({ identity }) => ids.has(identity.id)).length;
  if (found === 0) return 'none';
  return found === runs.length ? 'all' : 'some';
}
