import type { Pyramid } from './pyramid.ts';

/** Numbers as they were measured, read as `(value − offset) · factor`, so that none is copied. */
export interface Column {
  readonly values: ArrayLike<number>;
  readonly offset: number;
  /** Above 0. */
  readonly factor: number;
}

/** A line to draw: the points `begin` to `end` of two columns. */
export interface Trace {
  /** Ascending. */
  readonly xs: Column;
  /** NaN breaks the line. */
  readonly ys: Column;
  readonly begin: number;
  /** One after the last. */
  readonly end: number;
  /** The row of a table that each point belongs to, NaN for none; none at all for the many of a faint line. */
  readonly rows?: ArrayLike<number>;
  /** Of `ys.values`: where there is none, points are looked at one by one. */
  readonly pyramid?: Pyramid;
}

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly row?: number;
}

export function column(values: ArrayLike<number>, offset = 0, factor = 1): Column {
  return { values, offset, factor };
}

export function read({ values, offset, factor }: Column, index: number): number {
  return ((values[index] ?? NaN) - offset) * factor;
}

/** A short line given point by point. */
export function traceOf(points: readonly Point[]): Trace {
  const rows = points.map(({ row = NaN }) => row);
  return {
    xs: column(points.map(({ x }) => x)),
    ys: column(points.map(({ y }) => y)),
    begin: 0,
    end: points.length,
    ...(!rows.every(Number.isNaN) && { rows }),
  };
}

export function pointAt(trace: Trace, index: number): Point {
  const row = rowAt(trace, index);
  const point = { x: read(trace.xs, index), y: read(trace.ys, index) };
  return row === undefined ? point : { ...point, row };
}

/** All of them, one by one: for short lines. */
export function pointsOf(trace: Trace): Point[] {
  return Array.from({ length: trace.end - trace.begin }, (_, i) => pointAt(trace, trace.begin + i));
}

/**
 * The first point at or after `x`; `end` where there is none.
 * @param begin where to look from, in steps that grow: it is quick for what lies near
 */
export function firstFrom(trace: Trace, x: number, begin = trace.begin): number {
  let low = begin;
  let step = 16;
  while (low + step < trace.end && read(trace.xs, low + step) < x) {
    low += step + 1;
    step *= 2;
  }
  let high = Math.min(low + step, trace.end);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (read(trace.xs, middle) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The point whose x is nearest; undefined for a line without points. */
export function nearest(trace: Trace, x: number): number | undefined {
  if (trace.begin >= trace.end) return undefined;
  const after = firstFrom(trace, x);
  if (after === trace.begin) return after;
  if (after === trace.end) return after - 1;
  return read(trace.xs, after) - x < x - read(trace.xs, after - 1) ? after : after - 1;
}

/** The row of the table that a point belongs to. */
export function rowAt({ rows }: Trace, index: number): number | undefined {
  const row = rows?.[index] ?? NaN;
  return Number.isNaN(row) ? undefined : row;
}
