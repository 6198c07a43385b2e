/** The rows by their loss, the largest first; one that is NaN is harder than any, and of equals the first comes first. */
export function hardestFirst(values: Float64Array): Uint32Array {
  const key = values.map((value) => (Number.isNaN(value) ? Infinity : value));
  const rows = Uint32Array.from(values, (_, row) => row);
  return rows.sort((a, b) => compare(key[b] ?? 0, key[a] ?? 0) || a - b);
}

const compare = (a: number, b: number): number => (a > b ? 1 : a < b ? -1 : 0);
