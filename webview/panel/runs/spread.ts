/** Mean and sample standard deviation (n − 1) of some numbers. */
export interface Spread {
  readonly mean: number;
  /** NaN for one number. */
  readonly deviation: number;
}

/** Undefined for no numbers; NaN where one is. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  const { length } = values;
  if (length === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (length - 1)) };
}
