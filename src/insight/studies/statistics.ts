import { deviationOf, meanOf } from '../statistics/moments.ts';

/** Of one measure over the seeds. */
export interface Summary {
  readonly mean: number;
  /** Standard deviation with n − 1; 0 for one value. */
  readonly sd: number;
  readonly count: number;
}

export function summary(values: readonly number[]): Summary {
  const count = values.length;
  return { mean: meanOf(values), sd: count > 1 ? deviationOf(values) : 0, count };
}

/** a − b, seed by seed: what the seed does to both of a pair is not in it. */
export function pairedDifferences(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value - (b[index] ?? NaN));
}
