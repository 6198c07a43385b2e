import { TILE_COLUMNS, TILE_ROWS } from './tile';

/** Products of an image's windows with packed filters: the inner loops of both convolutions. */
export class Windows {
  /**
   * out[y, x, k] = max(lower, b_k + Σ window(y, x) · filter_k)
   * @param image where window (0, 0) begins; each next one `stepX` or `stepY` bytes on
   * @param rows a window is `rows` runs of `run` bytes, each `pitch` after the last
   * @param panels eight filters each [rows · run][8] and then b [8]; `panel` bytes
   * @param out where output (0, 0) of `filters` floats goes; each next one `outX` or `outY` bytes on
   */
  static products(
    image: usize,
    stepX: usize,
    stepY: usize,
    rows: i32,
    run: usize,
    pitch: usize,
    panels: usize,
    panel: usize,
    filters: i32,
    lower: f32,
    out: usize,
    height: i32,
    width: i32,
    outX: usize,
    outY: usize,
  ): void {
    const jump = stepY - <usize>width * stepX;
    const outJump = outY - <usize>width * outX;
    const count = height * width;
    for (let k = 0; k < filters; k += TILE_COLUMNS, panels += panel) {
      const columns = min(TILE_COLUMNS, filters - k);
      let a = image;
      let c = out + ((<usize>k) << 2);
      let x = 0;
      for (let p = 0; p < count; p += TILE_ROWS) {
        // The next four outputs, row after row; behind the last one, that one again.
        const a0 = a, c0 = c; // prettier-ignore
        if (p + 1 < count) { a += stepX; c += outX; if (++x == width) { x = 0; a += jump; c += outJump; } } // prettier-ignore
        const a1 = a, c1 = c; // prettier-ignore
        if (p + 2 < count) { a += stepX; c += outX; if (++x == width) { x = 0; a += jump; c += outJump; } } // prettier-ignore
        const a2 = a, c2 = c; // prettier-ignore
        if (p + 3 < count) { a += stepX; c += outX; if (++x == width) { x = 0; a += jump; c += outJump; } } // prettier-ignore
        const a3 = a, c3 = c; // prettier-ignore
        if (p + 4 < count) { a += stepX; c += outX; if (++x == width) { x = 0; a += jump; c += outJump; } } // prettier-ignore
        // prettier-ignore
        Windows.multiply4x8(a0, a1, a2, a3, rows, run, pitch - run, panels, panels + panel - 32, f32x4.splat(lower), columns, c0, c1, c2, c3);
      }
    }
  }

  /** Four windows times eight filters. */
  @inline
  static multiply4x8(
    a0: usize,
    a1: usize,
    a2: usize,
    a3: usize,
    rows: i32,
    run: usize,
    jump: usize,
    b: usize,
    bias: usize,
    lower: v128,
    columns: i32,
    c0: usize,
    c1: usize,
    c2: usize,
    c3: usize,
  ): void {
    let left0 = v128.load(bias),
      right0 = v128.load(bias, 16);
    let left1 = left0,
      right1 = right0;
    let left2 = left0,
      right2 = right0;
    let left3 = left0,
      right3 = right0;
    for (let row = 0; row < rows; ++row) {
      const end = a0 + run;
      for (; a0 < end; b += 32) {
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
        a0 += 4;
        a1 += 4;
        a2 += 4;
        a3 += 4;
      }
      a0 += jump;
      a1 += jump;
      a2 += jump;
      a3 += jump;
    }
    Windows.store(c0, f32x4.max(left0, lower), f32x4.max(right0, lower), columns);
    Windows.store(c1, f32x4.max(left1, lower), f32x4.max(right1, lower), columns);
    Windows.store(c2, f32x4.max(left2, lower), f32x4.max(right2, lower), columns);
    Windows.store(c3, f32x4.max(left3, lower), f32x4.max(right3, lower), columns);
  }

  @inline
  static store(to: usize, left: v128, right: v128, columns: i32): void {
    if (columns == TILE_COLUMNS) {
      v128.store(to, left);
      v128.store(to, right, 16);
    } else Windows.storePart(to, left, right, columns);
  }

  /** The first 1 to 7 of eight. */
  static storePart(to: usize, left: v128, right: v128, columns: i32): void {
    let rest = left;
    if (columns >= 4) {
      v128.store(to, left);
      rest = right;
      to += 16;
    }
    for (let i = columns & 3; i > 0; --i, to += 4) {
      f32.store(to, f32x4.extract_lane(rest, 0));
      rest = v128.shuffle<i32>(rest, rest, 1, 2, 3, 0);
    }
  }
}
