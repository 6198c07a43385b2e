import type { Message } from '../../src/l10n.ts';
import type { ColourScale } from './colour-scale.ts';
import type { Moment } from './moments.ts';

/** A table of numbers as colours, as plain data: what is drawn, told in words, listed and exported. */
export interface HeatMap {
  readonly title: Message;
  /** Whose it is: the run's name. */
  readonly subject: string;
  /** From the top. `things` have a name each; a `scale` has names at some of its rows. */
  readonly rows: {
    readonly title: Message;
    readonly kind: 'things' | 'scale';
    readonly entries: readonly HeatRow[];
  };
  readonly columns: { readonly title: Message; readonly moments: readonly Moment[] };
  /** [row][column]; undefined where nothing was measured. */
  readonly values: readonly (readonly (number | undefined)[])[];
  readonly scale: ColourScale;
  /** What is drawn of columns that share a place: their largest and smallest, or their largest. */
  readonly folding: 'both' | 'largest';
  /** All that is told of one value. */
  readonly tell: (row: number, column: number) => Message;
}

export interface HeatRow {
  readonly name: Message;
  /** What stands beside it; undefined for a row of a scale that has no name there. */
  readonly tick: string | undefined;
}

/** Columns that share a place: from `from` up to but not including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What columns that share a place have measured. */
export interface Folded {
  /** Of what is finite; NaN where nothing is. */
  readonly min: number;
  readonly max: number;
  /** How many are NaN or infinite. */
  readonly invalid: number;
}

/** The columns in which any row has a value. */
export function measuredColumns({ columns, values }: HeatMap): number[] {
  return columns.moments.flatMap((_, column) =>
    values.some((of) => of[column] !== undefined) ? [column] : [],
  );
}

/** Columns in shares that differ by one at most, as few to a share as `limit` places allow. */
export function spansOf(columns: number, limit: number): Span[] {
  const places = Math.ceil(columns / shareOf(columns, limit));
  const start = (place: number): number => Math.floor((place * columns) / places);
  return Array.from({ length: places }, (_, place) => ({
    from: start(place),
    to: start(place + 1),
  }));
}

/** How many columns share a place at most. */
export function shareOf(columns: number, limit: number): number {
  return Math.max(1, Math.ceil(columns / Math.max(1, limit)));
}

/** Undefined where none of the columns has measured anything. */
export function fold(
  values: readonly (number | undefined)[],
  { from, to }: Span,
): Folded | undefined {
  let [min, max, invalid, finite] = [Infinity, -Infinity, 0, 0];
  for (let column = from; column < to; column++) {
    const value = values[column];
    if (value === undefined) continue;
    if (!Number.isFinite(value)) {
      invalid++;
      continue;
    }
    finite++;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (finite > 0) return { min, max, invalid };
  return invalid > 0 ? { min: NaN, max: NaN, invalid } : undefined;
}

export type Exception = 'invalid' | 'zero' | 'above' | 'below';

export interface Place {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

export interface Survey {
  /** How many of all values are NaN or infinite, exactly 0, above and below the colour scale. */
  readonly exceptions: Readonly<Record<Exception, number>>;
  /** The first of the smallest and of the largest finite values. */
  readonly least: Place | undefined;
  readonly most: Place | undefined;
}

/** What all values of a map come to, in one pass. */
export function survey({ values, scale }: HeatMap): Survey {
  const exceptions = { invalid: 0, zero: 0, above: 0, below: 0 };
  let least: Place | undefined;
  let most: Place | undefined;
  values.forEach((of, row) =>
    of.forEach((value, column) => {
      if (value === undefined) return;
      if (!Number.isFinite(value)) {
        exceptions.invalid++;
        return;
      }
      if (value === 0) exceptions.zero++;
      else if (value > scale.max) exceptions.above++;
      else if (value < scale.min) exceptions.below++;
      if (least === undefined || value < least.value) least = { row, column, value };
      if (most === undefined || value > most.value) most = { row, column, value };
    }),
  );
  return { exceptions, least, most };
}
