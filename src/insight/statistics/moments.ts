/** Of one measure over the seeds. */
export interface Summary {
  readonly mean: number;
  /** Standard deviation of a sample; NaN of one value. */
  readonly sd: number;
  readonly count: number;
}

export function summaryOf(values: readonly number[]): Summary {
  return { mean: meanOf(values), sd: deviationOf(values), count: values.length };
}

/** NaN of none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The standard deviation of a sample, by n − 1; NaN of fewer than two values. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return NaN;
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
