import type { Random } from '../../random.ts';

/** `count` values uniform in [0, 1), in steps of 2^−24, which float32 holds exactly. */
export function uniformPixels(count: number, random: Random): Float32Array {
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) values[i] = (random.next() >>> 8) / 2 ** 24;
  return values;
}

/** `count` classes, each of 0 … classes − 1 equally likely. */
export function uniformLabels(count: number, classes: number, random: Random): Uint8Array {
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) labels[i] = random.below(classes);
  return labels;
}
