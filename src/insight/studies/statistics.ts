/** Of one measure over the seeds. */
export interface Summary {
  readonly mean: number;
  /** Standard deviation with n − 1; 0 for one value. */
  readonly sd: number;
  readonly count: number;
}

/** A mean, and where it lies with 95 % confidence. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export function summary(values: readonly number[]): Summary {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: count > 1 ? Math.sqrt(squares / (count - 1)) : 0, count };
}

/** a − b, seed by seed: what the seed does to both of a pair is not in it. */
export function pairedDifferences(a: readonly number[], b: readonly number[]): number[] {
  return a.map((value, index) => value - (b[index] ?? NaN));
}

/** Quantiles of Student's t at 0.975 for 1 … 10 degrees of freedom. */
const studentT = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281];

/** mean ± t · sd/√n of 2 … 11 values, NaN for others (Student 1908). */
export function meanInterval(values: readonly number[]): Interval {
  const { mean, sd, count } = summary(values);
  const half = ((studentT[count - 2] ?? NaN) * sd) / Math.sqrt(count);
  return { mean, low: mean - half, high: mean + half };
}
