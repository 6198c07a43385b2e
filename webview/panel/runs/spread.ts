import { deviationOf, meanOf } from '../../../src/insight/statistics/moments.ts';

/** Mean and sample standard deviation (n − 1) of some numbers. */
export interface Spread {
  readonly mean: number;
  /** NaN for one number. */
  readonly deviation: number;
}

/** Undefined for no numbers; NaN where one is. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  return { mean: meanOf(values), deviation: deviationOf(values) };
}
