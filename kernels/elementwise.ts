/** y = max(x, 0), NaN for NaN; `count` float32. */
export function relu(count: i32, x: usize, y: usize): void {
  const end = x + ((<usize>count) << 2);
  const vectors = x + ((<usize>(count & ~3)) << 2);
  const zero = f32x4.splat(0);
  for (; x < vectors; x += 16, y += 16) v128.store(y, f32x4.max(v128.load(x), zero));
  for (; x < end; x += 4, y += 4) f32.store(y, max(f32.load(x), 0));
}

/** dx = dy where the output y of ReLU is above 0, and 0 elsewhere. */
export function reluGradient(count: i32, y: usize, dy: usize, dx: usize): void {
  const end = y + ((<usize>count) << 2);
  const vectors = y + ((<usize>(count & ~3)) << 2);
  const zero = f32x4.splat(0);
  for (; y < vectors; y += 16, dy += 16, dx += 16) {
    v128.store(dx, v128.and(v128.load(dy), f32x4.gt(v128.load(y), zero)));
  }
  for (; y < end; y += 4, dy += 4, dx += 4) f32.store(dx, f32.load(y) > 0 ? f32.load(dy) : 0);
}

/** Rows whose sum is taken before it is added up: two short sums round less than a long one. */
const ROWS_TOGETHER = 128;

/** sums [columns] = the sum over the rows of x [rows, columns]: the gradient at a bias. */
export function columnSums(rows: i32, columns: i32, x: usize, sums: usize): void {
  const row = (<usize>columns) << 2;
  const vectors = row & ~15;
  memory.fill(sums, 0, row);
  for (let first = 0; first < rows; first += ROWS_TOGETHER) {
    const from = x + <usize>first * row;
    const end = from + <usize>min(ROWS_TOGETHER, rows - first) * row;
    let c: usize = 0;
    for (; c < vectors; c += 16) {
      let sum = f32x4.splat(0);
      for (let at = from; at < end; at += row) sum = f32x4.add(sum, v128.load(at + c));
      v128.store(sums + c, f32x4.add(v128.load(sums + c), sum));
    }
    for (; c < row; c += 4) {
      let sum: f32 = 0;
      for (let at = from; at < end; at += row) sum += f32.load(at + c);
      f32.store(sums + c, f32.load(sums + c) + sum);
    }
  }
}
