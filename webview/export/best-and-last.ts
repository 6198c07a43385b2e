import type { Message, MessageArg } from '../../src/l10n.ts';
import { pointsOf } from '../series/trace.ts';
import { figureOf } from '../plots/words.ts';
import type { Series } from '../plots/plot.ts';
import type { Reported } from './all-plots.ts';

/** What a table says of the main line of a run or a group in one plot. */
export interface Extremes {
  readonly label: MessageArg;
  readonly slot: number;
  readonly best: Told | undefined;
  readonly last: Told | undefined;
}

export interface Told {
  readonly value: MessageArg;
  /** Where it was measured: "epoch 12". */
  readonly at: Message;
}

export function bestAndLast({ plot, better }: Reported): Extremes[] {
  return plot.series
    .filter(({ part }) => part === 'main')
    .map((series) => ({ ...extremes(series, better), label: series.label, slot: series.slot }))
    .map(({ label, slot, best, last }) => ({ label, slot, best: told(best), last: told(last) }));

  function told(point: Measured | undefined): Told | undefined {
    return point && { value: figureOf(point.y, plot.y), at: plot.rowName(point.row) };
  }
}

interface Measured {
  readonly y: number;
  readonly row: number;
}

/** The best is the first of those that are equal, among the finite; the last may be none of these. */
function extremes(
  { trace }: Series,
  better: Reported['better'],
): { best: Measured | undefined; last: Measured | undefined } {
  const points = pointsOf(trace).flatMap(({ y, row }) => (row === undefined ? [] : [{ y, row }]));
  const sign = better === 'higher' ? -1 : 1;
  let best: Measured | undefined;
  for (const point of points) {
    if (better === undefined || !Number.isFinite(point.y)) continue;
    if (best === undefined || sign * point.y < sign * best.y) best = point;
  }
  return { best, last: points.at(-1) };
}
