import type { Histogram } from '../histogram.ts';
import type { Buckets } from './histogram-proto.ts';

/**
 * A signed logarithmic histogram as buckets by their upper ends: the negative powers of two from the
 * largest to the smallest, what is nearer to 0 than any, the positive powers. What is not finite is in no
 * bucket but counted.
 */
export function bucketsOf({ lowest, negative, zeros, positive, notFinite }: Histogram): Buckets {
  const powers = negative.map((_, i) => 2 ** (lowest + i));
  const counts = [...negative.toReversed(), zeros, ...positive];
  return {
    total: counts.reduce((sum, count) => sum + count, notFinite),
    limits: [...powers.map((power) => -power).reverse(), 2 ** lowest, ...powers.map((p) => 2 * p)],
    counts,
  };
}

/** Undefined for buckets that were not made so. */
export function histogramFrom({ total, limits, counts }: Buckets): Histogram | undefined {
  const length = (limits.length - 1) / 2;
  const lowest = Math.log2(limits[length] ?? NaN);
  if (!Number.isInteger(length) || !Number.isInteger(lowest)) return undefined;
  if (counts.length !== limits.length || !counts.every(Number.isSafeInteger)) return undefined;
  const histogram = {
    lowest,
    negative: counts.slice(0, length).reverse(),
    zeros: counts[length] ?? 0,
    positive: counts.slice(length + 1),
    notFinite: total - counts.reduce((sum, count) => sum + count, 0),
  };
  const expected = bucketsOf(histogram).limits;
  return limits.every((limit, i) => limit === expected[i]) ? histogram : undefined;
}
