import { figureOf } from './words.ts';
import type { MessageArg } from '../../src/l10n.ts';
import type { Plot, SeriesPart } from './plot.ts';

/** A row of a plot's table and where it is drawn. */
export interface Row {
  readonly row: number;
  readonly x: number;
}

/** The row that is drawn nearest to `x`. */
export function nearestRow(plot: Plot, x: number): Row | undefined {
  let nearest: Row | undefined;
  for (const { points } of plot.series) {
    for (const point of points) {
      if (point.row === undefined) continue;
      if (nearest !== undefined && Math.abs(point.x - x) >= Math.abs(nearest.x - x)) continue;
      nearest = { row: point.row, x: point.x };
    }
  }
  return nearest;
}

export interface Reading {
  readonly label: MessageArg;
  readonly slot: number;
  readonly part: SeriesPart;
  readonly value: MessageArg;
}

/** What every line shows at a row. */
export function readingsAt(plot: Plot, row: number): Reading[] {
  return plot.series.flatMap(({ points, label, slot, part }) => {
    const point = points.find((candidate) => candidate.row === row);
    return point === undefined ? [] : [{ label, slot, part, value: figureOf(point.y, plot.y) }];
  });
}
