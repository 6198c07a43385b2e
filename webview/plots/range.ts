import type { Axis, Mark, MarkKind, PlotPoint } from './plot.ts';

export type Range = Pick<Axis, 'min' | 'max'>;

/** A value of a faint line this many times over the other lines' largest does not widen the axis. */
const spikeFactor = 3;

/** From 0 to a round number over every `value`; `spikes` count unless they would flatten the rest. */
export function linearRange(values: readonly number[], spikes: readonly number[] = []): Range {
  const largest = max(values.filter(Number.isFinite));
  const wanted = spikes.filter((value) => largest === 0 || value <= spikeFactor * largest);
  const top = Math.max(largest, max(wanted.filter(Number.isFinite)));
  return { min: Math.min(0, ...roundDown(values)), max: top > 0 ? roundUp(top) : 1 };
}

/** The decades, cut at 2 and 5, around every positive value. */
export function logRange(values: readonly number[]): Range {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  if (positive.length === 0) return { min: 0.001, max: 1 };
  const lowest = positive.reduce((a, b) => Math.min(a, b));
  const [bottom, top] = [1 / logRoundUp(1 / lowest), logRoundUp(max(positive))];
  return { min: bottom, max: top > bottom ? top : bottom * 10 };
}

/** What of a series lies outside its axes and so needs a mark. */
export function marksOf(points: readonly PlotPoint[], y: Axis): Mark[] {
  return points.flatMap((point) => {
    const kind = markKind(point.y, y);
    return kind === undefined ? [] : [{ x: point.x, kind, value: point.y }];
  });
}

function markKind(value: number, y: Range): MarkKind | undefined {
  if (!Number.isFinite(value)) return 'invalid';
  if (value > y.max) return 'above';
  return value < y.min ? 'below' : undefined;
}

function max(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}

function roundDown(values: readonly number[]): number[] {
  const lowest = values.filter(Number.isFinite).reduce((a, b) => Math.min(a, b), 0);
  return lowest < 0 ? [-roundUp(-lowest)] : [];
}

/** The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten. */
export function roundUp(value: number): number {
  return roundUpTo(value, [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]);
}

function logRoundUp(value: number): number {
  return roundUpTo(value, [1, 2, 5, 10]);
}

function roundUpTo(value: number, mantissas: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const slack = 1 + 1e-9; // So that 0.3, which is not quite 3 · 0.1, stays 0.3.
  const mantissa = mantissas.find((m) => value <= m * power * slack) ?? 10;
  return Number((mantissa * power).toPrecision(12));
}
