/*
 * The innermost piece of every product here: 4x8 sums in eight registers, two vectors for each of four
 * rows. Larger tiles spill. What they are multiplied with lies packed in a panel [depth][8].
 */
export const TILE_ROWS = 4;
export const TILE_COLUMNS = 8;

/**
 * The first `width` columns of B [k, n] as a panel [k][8], missing columns 0. Strides in bytes.
 */
export function pack(
  panel: usize,
  b: usize,
  depthB: usize,
  columnB: usize,
  k: i32,
  width: i32,
): void {
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

/** Decorators are TypeScript's only on methods: hence a class for what is compiled into its caller. */
export class Tile {
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
