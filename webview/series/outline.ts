import { emptyExtent, scanValues, type Extent } from './pyramid.ts';
import { firstFrom, read, type Trace } from './trace.ts';

/** Where values lie on a canvas: pixels to the right and down, of x and of y. */
export interface Projection {
  readonly left: number;
  readonly right: number;
  /** x at the left and right edges. */
  readonly from: number;
  readonly to: number;
  /** Pixels from the top; infinite or NaN for what has no place, such as 0 on a logarithmic axis. */
  readonly yOf: (value: number) => number;
}

/**
 * A line as it is seen. Few points are all there, joined by straight lines; where a pixel has several,
 * it has the first, the last and the extent of all that lies between its edges. That draws the very
 * pixels that the whole line would fill (Jugel et al. 2014, "M4: a visualization-oriented time series
 * data aggregation").
 */
export type Outline =
  | { readonly kind: 'points'; readonly points: readonly OutlinePoint[] }
  | {
      readonly kind: 'columns';
      readonly width: number;
      readonly columns: readonly OutlineColumn[];
      /** The points beyond the edges, to which the line leads. */
      readonly before: OutlinePoint | undefined;
      readonly after: OutlinePoint | undefined;
    };

export interface OutlinePoint {
  /** Pixels; y as `Projection.yOf` has it. */
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Values, not pixels; NaN for an end that is not finite, and for the extent of none that is. */
export interface OutlineColumn {
  /** Pixels to its left edge. */
  readonly x: number;
  readonly min: number;
  readonly max: number;
  readonly first: number;
  readonly last: number;
  /** How many of its values are NaN or infinite. */
  readonly invalid: number;
}

/** @param width of a column in pixels: one of the device's */
export function outlineOf(trace: Trace, projection: Projection, width: number): Outline {
  const inside = within(trace, projection.from, projection.to);
  const count = Math.max(Math.round((projection.right - projection.left) / width), 1);
  const begin = Math.max(inside.begin - 1, trace.begin);
  const end = Math.min(inside.end + 1, trace.end);
  const point = (index: number): OutlinePoint => pointOf(trace, projection, index);
  if (end - begin <= 2 * count) {
    const points = Array.from({ length: end - begin }, (_, i) => point(begin + i));
    return { kind: 'points', points };
  }
  return {
    kind: 'columns',
    width,
    columns: columnsOf({ ...trace, ...inside }, projection, count, width),
    before: begin < inside.begin ? point(begin) : undefined,
    after: end > inside.end ? point(inside.end) : undefined,
  };
}

export type Stretch = Pick<Trace, 'begin' | 'end'>;

/** The points from one x to another, both included. */
export function within(trace: Trace, from: number, to: number): Stretch {
  const begin = firstFrom(trace, from);
  let end = firstFrom(trace, to);
  while (end < trace.end && read(trace.xs, end) <= to) end++;
  return { begin, end };
}

/** What the values of a stretch of a trace span. */
export function extentOf(trace: Trace, { begin, end }: Stretch = trace): Extent {
  const extent = emptyExtent();
  const { values, offset, factor } = trace.ys;
  if (trace.pyramid === undefined) scanValues(values, begin, end, extent);
  else trace.pyramid.query(values, begin, end, extent);
  if (offset === 0 && factor === 1) return extent;
  const { min, max, leastPositive, invalid } = extent;
  const place = (value: number): number => (value - offset) * factor;
  return { min: place(min), max: place(max), leastPositive: place(leastPositive), invalid };
}

/** Pixels to the right of an x. */
export function xIn({ left, right, from, to }: Projection, x: number): number {
  return left + ((x - from) / (to - from)) * (right - left);
}

/** Where a point lies. */
export function pointOf(trace: Trace, projection: Projection, index: number): OutlinePoint {
  const value = read(trace.ys, index);
  return { x: xIn(projection, read(trace.xs, index)), y: projection.yOf(value), value };
}

function columnsOf(
  trace: Trace,
  projection: Projection,
  count: number,
  width: number,
): OutlineColumn[] {
  const { left, right, from, to } = projection;
  const perColumn = ((to - from) / (right - left)) * width;
  const columns: OutlineColumn[] = [];
  let begin = trace.begin;
  for (let k = 0; k < count && begin < trace.end; k++) {
    const end = k === count - 1 ? trace.end : firstFrom(trace, from + (k + 1) * perColumn, begin);
    if (end > begin) columns.push(columnOf(trace, left + k * width, { begin, end }));
    begin = end;
  }
  return columns;
}

function columnOf(trace: Trace, x: number, stretch: Stretch): OutlineColumn {
  const { min, max, invalid } = extentOf(trace, stretch);
  const has = min <= max;
  return {
    x,
    min: has ? min : NaN,
    max: has ? max : NaN,
    first: finite(read(trace.ys, stretch.begin)),
    last: finite(read(trace.ys, stretch.end - 1)),
    invalid,
  };
}

const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);
