import type { Random } from '../../random.ts';

/**
 * Symmetric noise (Ghosh et al. 2017): exactly round(rate · n) labels, chosen at random, become one of the
 * other classes, each equally likely. Their number is fixed rather than drawn, so that the rate is the one
 * that is stated also for a small set. With the same `random`, the wrong labels of a lower rate are among
 * those of a higher one.
 */
export function noisyLabels(
  labels: Uint8Array,
  classes: number,
  rate: number,
  random: Random,
): Uint8Array {
  if (classes < 2) return labels;
  const order = Uint32Array.from(labels.keys());
  random.shuffle(order);
  const noisy = labels.slice();
  for (const index of order.subarray(0, Math.round(rate * labels.length))) {
    const other = random.below(classes - 1);
    noisy[index] = other < (labels[index] ?? 0) ? other : other + 1;
  }
  return noisy;
}
