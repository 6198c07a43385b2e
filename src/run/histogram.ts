/**
 * A signed logarithmic histogram: how many values lie in each power of two, of either sign. Exponents
 * are of base 2: entry i counts values with 2^(lowest + i) ≤ |value| < 2^(lowest + i + 1).
 */
export interface Histogram {
  readonly lowest: number;
  readonly negative: readonly number[];
  /** Exactly 0, or too small for a normalised float32: below 1.2e-38. */
  readonly zeros: number;
  readonly positive: readonly number[];
  /** NaN or infinite. */
  readonly notFinite: number;
}

/** Bins of the raw form: 256 · (value < 0) + the eight bits of a float32's exponent. */
export const binCount = 512;
const bias = 127;
const sign = 256;
const largest = 255;

/** The short form of 512 bins: from the lowest exponent that occurs to the highest. */
export function histogramOf(bins: ArrayLike<number>): Histogram {
  const at = (bin: number): number => bins[bin] ?? 0;
  const used = exponents.filter((e) => at(e) > 0 || at(sign + e) > 0);
  const [first = 1, last = 0] = [used[0], used.at(-1)];
  const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    lowest: used.length > 0 ? first - bias : 0,
    negative: range.map((e) => at(sign + e)),
    zeros: at(0) + at(sign),
    positive: range.map(at),
    notFinite: at(largest) + at(sign + largest),
  };
}

/** Biased, of normalised numbers. */
const exponents = Array.from({ length: largest - 1 }, (_, i) => i + 1);

/** The bin of a number, as float32. */
export function binOf(value: number): number {
  floats[0] = value;
  return (bits[0] ?? 0) >>> 23;
}

const floats = new Float32Array(1);
const bits = new Uint32Array(floats.buffer);
