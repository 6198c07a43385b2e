import { BEGIN, Tile, TILE_COLUMNS, TILE_ROWS } from './tile';

/**
 * Products of an image's windows with packed filters, the inner loops of the direct convolutions:
 *
 *     out[y, x, k] = max(lower, b_k + Σ window(y, x) · filter_k)
 *
 * @param image where window (0, 0) begins; each next one `stepX` or `stepY` bytes on
 * @param rows a window is `rows` runs of `run` floats, each `pitch` bytes after the last
 * @param panels eight filters each [rows · run][8] and then b [8]
 * @param out where output (0, 0) of `filters` floats goes; each next one `outX` or `outY` bytes on
 */
export function windowProducts(
  image: usize,
  stepX: usize,
  stepY: usize,
  rows: i32,
  run: i32,
  pitch: usize,
  panels: usize,
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
  const jumpA = pitch - ((<usize>run) << 2);
  const weights = (<usize>(rows * run)) << 5;
  const count = height * width;
  for (let k = 0; k < filters; k += TILE_COLUMNS, panels += weights + 32) {
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
      Tile.sums(a0, a1, a2, a3, 4, jumpA, rows, run, panels, 32, panels + weights, BEGIN, lower, columns, c0, c1, c2, c3);
    }
  }
}

/** The bytes of `outputs` filters as panels, each of `depth` weights and what its sum begins with. */
export function panelsBytes(depth: i32, outputs: i32): usize {
  const panels = (outputs + TILE_COLUMNS - 1) / TILE_COLUMNS;
  return (<usize>(panels * (depth + 1))) << 5;
}
