/** The derivative of `loss` by element i of `values`, which are left as they were. */
export function centralDifference(values: Float64Array, i: number, loss: () => number): number {
  const h = 1e-6;
  const kept = values[i] ?? NaN;
  values[i] = kept + h;
  const above = loss();
  values[i] = kept - h;
  const below = loss();
  values[i] = kept;
  return (above - below) / (2 * h);
}
