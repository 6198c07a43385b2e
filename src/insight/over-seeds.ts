import { count, message, type Figure, type FigureFormat, type MessageArg } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import type { SeedGroup } from '../run/seed-groups.ts';
import { meanOf } from './statistics/moments.ts';

/** What a sentence is about: a run, or so many seeds of one experiment. */
export function subjectOf({ name, runs }: SeedGroup): MessageArg {
  return runs.length === 1 ? name : message('{run}, {count} seeds', { run: name, count: count(runs.length) });
} // prettier-ignore

/** From the least to the largest of some values of one kind; a single figure where all are the same. */
export function spanOf(values: readonly number[], format: FigureFormat): MessageArg {
  const [first = NaN, ...others] = values;
  const figure = (value: number): Figure => ({ value, format });
  return spanOfFigures([figure(first), ...others.map(figure)]);
}

/** The same of figures as they are read. NaN among them is where the span begins. */
export function spanOfFigures(figures: readonly [Figure, ...Figure[]]): MessageArg {
  const sorted = figures.filter(isNumber).sort((a, b) => a.value - b.value);
  const low = figures.find((figure) => !isNumber(figure)) ?? sorted[0] ?? figures[0];
  const high = sorted.at(-1) ?? low;
  return Object.is(low.value, high.value) ? low : message('{low}–{high}', { low, high });
}

const isNumber = ({ value }: Figure): boolean => !Number.isNaN(value);

/** The mean over the runs of a group. */
export function meanOver({ runs }: SeedGroup, value: (run: Run) => number): number {
  return meanOf(runs.map(value));
}

/** Runs of one seed each, one of either side: they start alike and see the same batches. */
export interface Twins {
  readonly seed: number;
  readonly a: Run;
  readonly b: Run;
}

interface Side {
  readonly runs: readonly Run[];
}

export function twinsOf({ a, b }: { readonly a: Side; readonly b: Side }): Twins[] {
  return a.runs.flatMap((run) => {
    const { seed } = run.identity.spec;
    const other = b.runs.find(({ identity }) => identity.spec.seed === seed);
    return other === undefined ? [] : [{ seed, a: run, b: other }];
  });
}

/** Whether every group has the same seeds. */
export function sameSeeds(groups: readonly SeedGroup[]): boolean {
  const seedsOf = ({ runs }: SeedGroup): string =>
    runs.map(({ identity }) => identity.spec.seed).sort((a, b) => a - b).join();
  return new Set(groups.map(seedsOf)).size <= 1;
} // prettier-ignore
