/*
 * Sums over many rows, in parts: each part's rows are added up in order, and then the parts in theirs,
 * so that a sum is the same whoever takes which part.
 */

/** Rows whose sum is taken before it is added up: two short sums round less than a long one. */
const ROWS_TOGETHER = 128;

/** Part ⌊first / perPart⌋ [columns] = the sum over rows `first` to `end` of x [rows, columns]. */
export function columnSums(
  columns: i32,
  x: usize,
  parts: usize,
  perPart: i32,
  first: i32,
  end: i32,
): void {
  const row = (<usize>columns) << 2;
  const vectors = row & ~15;
  const sums = parts + <usize>(first / perPart) * row;
  memory.fill(sums, 0, row);
  for (let top = first; top < end; top += ROWS_TOGETHER) {
    const from = x + <usize>top * row;
    const stop = from + <usize>min(ROWS_TOGETHER, end - top) * row;
    let c: usize = 0;
    for (; c < vectors; c += 16) {
      let sum = f32x4.splat(0);
      for (let at = from; at < stop; at += row) sum = f32x4.add(sum, v128.load(at + c));
      v128.store(sums + c, f32x4.add(v128.load(sums + c), sum));
    }
    for (; c < row; c += 4) {
      let sum: f32 = 0;
      for (let at = from; at < stop; at += row) sum += f32.load(at + c);
      f32.store(sums + c, f32.load(sums + c) + sum);
    }
  }
}

/** to [count] = the sum of `number` parts [count]. */
export function addParts(count: i32, parts: usize, number: i32, to: usize): void {
  const size = (<usize>count) << 2;
  memory.copy(to, parts, size);
  const vectors = size & ~15;
  for (let p = 1; p < number; ++p) {
    const part = parts + <usize>p * size;
    let at: usize = 0;
    for (; at < vectors; at += 16) {
      v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(part + at)));
    }
    for (; at < size; at += 4) f32.store(to + at, f32.load(to + at) + f32.load(part + at));
  }
}
