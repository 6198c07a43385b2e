import { emptyExtent, type Extent } from '../series/pyramid.ts';
import type { Scale } from '../series/scale.ts';

export type Range = Pick<Scale, 'min' | 'max'>;

/** A value of a faint line this many times over the other lines' largest does not widen the axis. */
const spikeFactor = 3;

/** What all of these span together. */
export function union(extents: readonly Extent[]): Extent {
  const all = emptyExtent();
  for (const { min, max, leastPositive, invalid } of extents) {
    all.min = Math.min(all.min, min);
    all.max = Math.max(all.max, max);
    all.leastPositive = Math.min(all.leastPositive, leastPositive);
    all.invalid += invalid;
  }
  return all;
}

/** Of single values. */
export function extentOfValues(values: readonly number[]): Extent {
  const finite = values.filter(Number.isFinite);
  const positive = finite.filter((value) => value > 0);
  return {
    min: finite.reduce((a, b) => Math.min(a, b), Infinity),
    max: finite.reduce((a, b) => Math.max(a, b), -Infinity),
    leastPositive: positive.reduce((a, b) => Math.min(a, b), Infinity),
    invalid: values.length - finite.length,
  };
}

/**
 * From 0 to a round number over every value; a spike that would flatten the rest does not count.
 * @param spikes what the values of faint lines span
 */
export function linearRange({ min, max }: Extent, spikes = emptyExtent()): Range {
  const largest = Math.max(max, 0);
  const fits = largest === 0 || spikes.max <= spikeFactor * largest;
  const top = fits ? Math.max(largest, spikes.max) : largest;
  return { min: min < 0 ? -roundUp(-min) : 0, max: top > 0 ? roundUp(top) : 1 };
}

/** The decades, cut at 2 and 5, around every positive value. */
export function logRange({ leastPositive, max }: Extent): Range {
  if (!(leastPositive <= max)) return { min: 0.001, max: 1 };
  const bottom = roundDown(leastPositive, decades);
  const top = roundUp(max, decades);
  return { min: bottom, max: top > bottom ? top : bottom * 10 };
}

/** Around all values, 0 among them, with what is linear near 0. */
export function symlogRange({ min, max, leastPositive }: Extent): Range & { threshold: number } {
  const largest = Math.max(Math.abs(Math.min(min, 0)), Math.max(max, 0));
  if (!(largest > 0)) return { min: -1, max: 1, threshold: 1 };
  const smallest = Math.min(leastPositive, largest);
  const threshold = Math.max(10 ** Math.floor(Math.log10(smallest)), 1e-6 * largest);
  return {
    min: min < 0 ? -roundUp(-min, decades) : 0,
    max: max > 0 ? roundUp(max, decades) : 0,
    threshold,
  };
}

/** Round numbers closely around what is seen of a line, for a look into it. */
export function closeRange({ min, max }: Extent): Range {
  if (!(min <= max)) return { min: 0, max: 1 };
  const span = max - min || Math.abs(max);
  if (span < tiny) return { min: Math.min(min, 0), max: Math.max(max, tiny) };
  if (!Number.isFinite(span)) return { min, max };
  const unit = 10 ** Math.floor(Math.log10(span)) / 10;
  const slack = 1e-9; // So that 4.8, which is not quite 48 · 0.1, stays 4.8.
  const round = (units: number): number => Number((units * unit).toPrecision(12));
  return {
    min: round(Math.floor((min - 0.04 * span) / unit + slack)),
    max: round(Math.ceil((max + 0.04 * span) / unit - slack)),
  };
}

/** Below this a tenth of a power of ten is hardly a number any more. */
const tiny = 1e-300;

const decades = [1, 2, 5, 10];

/** The next of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 times a power of ten. */
export function roundUp(
  value: number,
  mantissas: readonly number[] = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10],
): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const slack = 1 + 1e-9; // So that 0.3, which is not quite 3 · 0.1, stays 0.3.
  const mantissa = mantissas.find((m) => value <= m * power * slack) ?? 10;
  const rounded = Number((mantissa * power).toPrecision(12));
  return Number.isFinite(rounded) && rounded > 0 ? rounded : value; // The ends of float64.
}

function roundDown(value: number, mantissas: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const mantissa = mantissas.findLast((m) => value * (1 + 1e-9) >= m * power) ?? 1;
  const rounded = Number((mantissa * power).toPrecision(12));
  return rounded > 0 ? rounded : value;
}
