/** Mean and quartiles of what is finite, and how much is not. */
export interface Summary {
  readonly mean: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly count: number;
  /** NaN or infinite: in none of the others. */
  readonly invalid: number;
}

/**
 * Of some rows of `values`, by default of all. Quartiles lie between two values by the share of the way,
 * as NumPy and R (type 7) have them (Hyndman & Fan 1996, The American Statistician 50).
 */
export function summaryOf(values: Float64Array, rows?: readonly number[]): Summary {
  const all = rows === undefined ? values : Float64Array.from(rows, (row) => values[row] ?? NaN);
  const finite = all.filter(Number.isFinite).sort();
  let sum = 0;
  for (const value of finite) sum += value;
  return {
    mean: sum / finite.length,
    lower: quantile(finite, 0.25),
    median: quantile(finite, 0.5),
    upper: quantile(finite, 0.75),
    count: finite.length,
    invalid: all.length - finite.length,
  };
}

function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (at - Math.floor(at)) * (above - below);
}
