/**
 * C = A · B for float32 matrices given by strides, so that one kernel serves the three products of
 * a dense layer: x·W going forward, xᵀ·dz for the weights' gradient, dz·Wᵀ for the inputs'.
 *
 * Eight columns of B are packed into a panel [k][8] that stays in the nearest cache; a tile of 4x8
 * sums of C stays in registers (larger tiles spill). Each sum runs over k in order, so a result does
 * not depend on the shape around it.
 */
const TILE_ROWS = 4;
const TILE_COLUMNS = 8;

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

/** Columns j to j + width of B as [k][8], missing columns 0. */
function pack(panel: usize, b: usize, depthB: usize, columnB: usize, k: i32, width: i32): void {
  if (width < TILE_COLUMNS) memory.fill(panel, 0, (<usize>k * TILE_COLUMNS) << 2);
  if (width == TILE_COLUMNS && columnB == 4) {
    for (let p = 0; p < k; ++p, b += depthB, panel += 32) {
      v128.store(panel, v128.load(b));
      v128.store(panel, v128.load(b, 16), 16);
    }
    return;
  }
  for (let j = 0; j < width; ++j, b += columnB, panel += 4) {
    let from = b;
    let to = panel;
    for (let p = 0; p < k; ++p, from += depthB, to += 32) f32.store(to, f32.load(from));
  }
}

class Tile {
  /** Four rows of A times a panel; the eight sums of each row are two vectors. */
  @inline
  static multiply4x8(
    a: usize,
    rowA: usize,
    depthA: usize,
    panel: usize,
    k: i32,
    c: usize,
    rowC: usize,
  ): void {
    let a0 = a;
    let a1 = a0 + rowA;
    let a2 = a1 + rowA;
    let a3 = a2 + rowA;
    let left0 = f32x4.splat(0),
      right0 = left0;
    let left1 = left0,
      right1 = left0;
    let left2 = left0,
      right2 = left0;
    let left3 = left0,
      right3 = left0;
    const end = panel + ((<usize>k) << 5);
    for (let b = panel; b < end; b += 32) {
      const left = v128.load(b);
      const right = v128.load(b, 16);
      let x = v128.load32_splat(a0);
      left0 = f32x4.add(left0, f32x4.mul(x, left));
      right0 = f32x4.add(right0, f32x4.mul(x, right));
      x = v128.load32_splat(a1);
      left1 = f32x4.add(left1, f32x4.mul(x, left));
      right1 = f32x4.add(right1, f32x4.mul(x, right));
      x = v128.load32_splat(a2);
      left2 = f32x4.add(left2, f32x4.mul(x, left));
      right2 = f32x4.add(right2, f32x4.mul(x, right));
      x = v128.load32_splat(a3);
      left3 = f32x4.add(left3, f32x4.mul(x, left));
      right3 = f32x4.add(right3, f32x4.mul(x, right));
      a0 += depthA;
      a1 += depthA;
      a2 += depthA;
      a3 += depthA;
    }
    Tile.storeRow(c, left0, right0);
    Tile.storeRow(c + rowC, left1, right1);
    Tile.storeRow(c + 2 * rowC, left2, right2);
    Tile.storeRow(c + 3 * rowC, left3, right3);
  }

  @inline
  static storeRow(c: usize, left: v128, right: v128): void {
    v128.store(c, left);
    v128.store(c, right, 16);
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
