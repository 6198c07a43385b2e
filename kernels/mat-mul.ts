import { pack, Tile, TILE_COLUMNS, TILE_ROWS } from './tile';

/*
 * C = A · B for float32 matrices given by strides, so that one kernel serves the three products of
 * a dense layer: x·W going forward, xᵀ·dz for the weights' gradient, dz·Wᵀ for the inputs'.
 *
 * Eight columns of B are packed into a panel [k][8] that stays in the nearest cache; a tile of 4x8
 * sums of C stays in registers (larger tiles spill). Each sum runs over k in order, so a result does
 * not depend on the shape around it.
 */

/**
 * @param a [m, k], element (i, p) at a + i·rowA + p·depthA; strides in bytes
 * @param b [k, n], element (p, j) at b + p·depthB + j·columnB
 * @param c [m, n], row by row
 * @param panel scratch of 32·(k + 1) bytes
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
  c: usize,
  panel: usize,
): void {
  const rowC = (<usize>n) << 2;
  const edge = panel + ((<usize>k * TILE_COLUMNS) << 2);
  for (let j = 0; j < n; j += TILE_COLUMNS) {
    const width = min(TILE_COLUMNS, n - j);
    pack(panel, b + <usize>j * columnB, depthB, columnB, k, width);
    const to = c + ((<usize>j) << 2);
    let i = 0;
    if (width == TILE_COLUMNS) {
      for (; i + TILE_ROWS <= m; i += TILE_ROWS) {
        Tile.multiply4x8(a + <usize>i * rowA, rowA, depthA, panel, k, to + <usize>i * rowC, rowC);
      }
    }
    for (; i < m; ++i) {
      row1x8(a + <usize>i * rowA, depthA, panel, k, edge);
      memory.copy(to + <usize>i * rowC, edge, (<usize>width) << 2);
    }
  }
}

function row1x8(a: usize, depthA: usize, panel: usize, k: i32, c: usize): void {
  let left = f32x4.splat(0);
  let right = left;
  const end = panel + ((<usize>k) << 5);
  for (let b = panel; b < end; b += 32, a += depthA) {
    const x = v128.load32_splat(a);
    left = f32x4.add(left, f32x4.mul(x, v128.load(b)));
    right = f32x4.add(right, f32x4.mul(x, v128.load(b, 16)));
  }
  Tile.storeRow(c, left, right);
}
