/*
 * The innermost piece of every product here: 4x8 sums in eight registers, two vectors for each of four
 * rows; larger tiles spill. Per step it takes four numbers of A and eight of B, and does 32
 * multiplications and additions, as many as the processor's two pipes for each take in four cycles.
 */
export const TILE_ROWS = 4;
export const TILE_COLUMNS = 8;

/** The sums of a tile begin at 0 and are stored; begin with given numbers; or are added to what is there. */
export const STORE = 0;
export const BEGIN = 1;
export const ADD = 2;

/** Decorators are TypeScript's only on methods: hence a class for what is compiled into its caller. */
export class Tile {
  /**
   * c_i[0..columns] = max(lower, begin + Σ a_i · b) or c_i += Σ a_i · b, i in 0..3, over `rows` runs of
   * `run` steps. Strides in bytes.
   * @param stepA from one step to the next; after a run, `jumpA` more
   * @param b eight numbers a step, `stepB` apart
   * @param begin where the eight numbers lie that the sums BEGIN with
   * @param how STORE, BEGIN or ADD, a constant, so that no branch stands in the way of wider vectors
   */
  @inline
  static sums(
    a0: usize,
    a1: usize,
    a2: usize,
    a3: usize,
    stepA: usize,
    jumpA: usize,
    rows: i32,
    run: i32,
    b: usize,
    stepB: usize,
    begin: usize,
    how: i32,
    lower: f32,
    columns: i32,
    c0: usize,
    c1: usize,
    c2: usize,
    c3: usize,
  ): void {
    let left0 = how == BEGIN ? v128.load(begin) : f32x4.splat(0);
    let right0 = how == BEGIN ? v128.load(begin, 16) : f32x4.splat(0);
    let left1 = left0, right1 = right0; // prettier-ignore
    let left2 = left0, right2 = right0; // prettier-ignore
    let left3 = left0, right3 = right0; // prettier-ignore
    for (; rows > 0; --rows) {
      for (let step = run; step > 0; --step) {
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
        a0 += stepA;
        a1 += stepA;
        a2 += stepA;
        a3 += stepA;
        b += stepB;
      }
      a0 += jumpA;
      a1 += jumpA;
      a2 += jumpA;
      a3 += jumpA;
    }
    Tile.leave(c0, left0, right0, how, lower, columns);
    Tile.leave(c1, left1, right1, how, lower, columns);
    Tile.leave(c2, left2, right2, how, lower, columns);
    Tile.leave(c3, left3, right3, how, lower, columns);
  }

  @inline
  static leave(c: usize, left: v128, right: v128, how: i32, lower: f32, columns: i32): void {
    if (columns == TILE_COLUMNS) {
      if (how == ADD) {
        v128.store(c, f32x4.add(v128.load(c), left));
        v128.store(c, f32x4.add(v128.load(c, 16), right), 16);
      } else {
        v128.store(c, f32x4.max(left, f32x4.splat(lower)));
        v128.store(c, f32x4.max(right, f32x4.splat(lower)), 16);
      }
    } else leavePart(c, left, right, how, lower, columns);
  }
}

/** The first 1 to 7 of eight. */
function leavePart(c: usize, left: v128, right: v128, how: i32, lower: f32, columns: i32): void {
  for (let i = 0; i < columns; ++i, c += 4) {
    const sum = f32x4.extract_lane(left, 0);
    f32.store(c, how == ADD ? f32.load(c) + sum : max(sum, lower));
    left = v128.shuffle<i32>(left, right, 1, 2, 3, 4);
    right = v128.shuffle<i32>(right, right, 1, 2, 3, 0);
  }
}

/** The first `width` columns of B [k, n] as a panel [k][8], missing columns 0. Strides in bytes. */
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
