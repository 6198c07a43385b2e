/** Pulling less than this part of what another loss would, a loss has all but let go of an example. */
export const letGo = 0.01;

/**
 * The rows that are wrong and that one loss pulls on with less than a hundredth of what another would,
 * on the very same logits. Right ones are not among them: there, to pull little is as it should be.
 */
export function forgottenRows(
  margins: Float64Array,
  pulls: Float64Array,
  others: Float64Array,
): number[] {
  const rows: number[] = [];
  for (let row = 0; row < margins.length; row++) {
    const isWrong = (margins[row] ?? NaN) <= 0;
    if (isWrong && (pulls[row] ?? NaN) < letGo * (others[row] ?? NaN)) rows.push(row);
  }
  return rows;
}

/** Those of `rows` that are also among `others`; both ascend. */
export function inBoth(rows: readonly number[], others: readonly number[]): number[] {
  const known = new Set(others);
  return rows.filter((row) => known.has(row));
}
