import { pack, BEGIN, Tile, TILE_COLUMNS, TILE_ROWS } from './tile';

/*
 * C = A · B for float32 matrices given by strides, so that one kernel serves the three products of
 * a dense layer: x·W going forward, xᵀ·dz for the weights' gradient, dz·Wᵀ for the inputs'.
 *
 * Eight columns of B are packed into a panel [k][8] that stays in the nearest cache. Each sum runs over
 * k in order, so a result depends neither on the shape around it nor on who takes which panel.
 */

/** Scratch for `matMul`. */
export function matMulBytes(k: i32): usize {
  return ((<usize>k) << 5) + 32;
}

/**
 * c = max(lower, a · b + bias) for panels `first` to `end` of eight columns; a NaN stays one.
 * @param a [m, k], element (i, p) at a + i·rowA + p·depthA; strides in bytes
 * @param b [k, n], element (p, j) at b + p·depthB + j·columnB
 * @param bias [n], or 0 for none
 * @param c [m, n], row by row
 */
export function matMul(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  rowA: usize,
  depthA: usize,
  b: usize,
  depthB: usize,
  columnB: usize,
  bias: usize,
  c: usize,
  lower: f32,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  const begin = scratch + ((<usize>k) << 5);
  const rowC = (<usize>n) << 2;
  for (let panel = first; panel < end; ++panel) {
    const j = panel * TILE_COLUMNS;
    const columns = min(TILE_COLUMNS, n - j);
    pack(scratch, b + <usize>j * columnB, depthB, columnB, k, columns);
    memory.fill(begin, 0, 32);
    if (bias) memory.copy(begin, bias + ((<usize>j) << 2), (<usize>columns) << 2);
    for (let i = 0; i < m; i += TILE_ROWS) {
      // Behind the last row, that one again.
      const a0 = a + <usize>i * rowA;
      const a1 = a + <usize>min(i + 1, m - 1) * rowA;
      const a2 = a + <usize>min(i + 2, m - 1) * rowA;
      const a3 = a + <usize>min(i + 3, m - 1) * rowA;
      const to = c + ((<usize>j) << 2);
      // prettier-ignore
      Tile.sums(
        a0, a1, a2, a3, depthA, 0, 1, k, scratch, 32, begin, BEGIN, lower, columns,
        to + <usize>i * rowC,
        to + <usize>min(i + 1, m - 1) * rowC,
        to + <usize>min(i + 2, m - 1) * rowC,
        to + <usize>min(i + 3, m - 1) * rowC,
      );
    }
  }
}
