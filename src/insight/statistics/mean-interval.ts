import { deviationOf, meanOf } from './moments.ts';
import { criticalT } from './student-t.ts';

/** A mean, and where it lies with 95 % confidence. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** mean ± t · s/√n of two values or more (Student 1908); NaN about the mean of fewer. */
export function meanInterval(values: readonly number[]): Interval {
  const count = values.length;
  const mean = meanOf(values);
  const reach = (criticalT(0.05, count - 1) * deviationOf(values)) / Math.sqrt(count);
  return { mean, low: mean - reach, high: mean + reach };
}
