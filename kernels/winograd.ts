import { bytes, Geometry } from './geometry';
import { STORE, Tile, TILE_COLUMNS, TILE_ROWS } from './tile';
import {
  ELEMENTS,
  INPUT,
  inputWidth,
  OUTPUT,
  planeBytes,
  stripBytes,
  tileRows,
  tilesOf,
  transformInputs,
  winogradImagesTogether,
} from './winograd-strips';
import { Transform } from './winograd-transforms';

/*
 * Convolution by 3x3 filters at stride 1 through Winograd's F(4x4, 3x3): see `winograd-transforms`.
 * In the transformed domain each of the 36 elements is a matrix product [tiles, in] · [in, out].
 *
 * In channels must be a multiple of 4, out channels of 8. The largest error against double precision,
 * relative to the largest value, is some 1e-6, twice that of the direct sum.
 */

/** Bytes for the transforms' intermediate vectors. */
const TEMPORARY: usize = 1024;

/** The bytes of the filters as `winogradFilters` leaves them. */
export function winogradFiltersBytes(ins: i32, outs: i32): usize {
  return bytes(ELEMENTS * ins * outs);
}

/**
 * The filters of in channels `first` to `end` transformed, u [36][out/8][in][8]: the panels of `multiply`.
 * @param filter [3, 3, in, out]; or, where `turned`, [3, 3, out, in] to be turned round: the gradient at
 *   the inputs is the convolution of dy, padded by 2 − pad, with the filters turned round
 * @param scratch 432 bytes
 */
export function winogradFilters(
  ins: i32,
  outs: i32,
  filter: usize,
  turned: i32,
  u: usize,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  const tap = (<usize>(ins * outs)) << 2;
  const nine = scratch + 288;
  for (let c = first; c < end; ++c) {
    for (let k = 0; k < outs; k += 4) {
      for (let t: usize = 0; t < 9; ++t) {
        v128.store(
          nine + (t << 4),
          turned
            ? strided(filter + (8 - t) * tap + ((<usize>(k * ins + c)) << 2), (<usize>ins) << 2)
            : v128.load(filter + t * tap + ((<usize>(c * outs + k)) << 2)),
        );
      }
      for (let x: usize = 0; x < 3; ++x) {
        Transform.filter(nine + (x << 4), 48, scratch + (x << 4), 48);
      }
      const panel = <usize>((k / TILE_COLUMNS) * ins + c);
      const to = u + (panel << 5) + ((<usize>(k % TILE_COLUMNS)) << 2);
      for (let y: usize = 0; y < <usize>INPUT; ++y) {
        Transform.filter(scratch + y * 48, 16, to + y * <usize>INPUT * tap, tap);
      }
    }
  }
}

/** Four floats that lie `step` bytes apart. */
function strided(from: usize, step: usize): v128 {
  let four = v128.load32_zero(from);
  four = v128.load32_lane(from + step, four, 1);
  four = v128.load32_lane(from + 2 * step, four, 2);
  return v128.load32_lane(from + 3 * step, four, 3);
}

/** Scratch for `winogradConvolve`. */
export function winogradConvolveBytes(g: Geometry): usize {
  const planes = planeBytes(tileRows(g), g.inChannels) + planeBytes(tileRows(g), g.outChannels);
  return TEMPORARY + stripBytes(inputWidth(g), g.inChannels) + <usize>ELEMENTS * planes + 64;
}

/**
 * y = max(lower, x ∗ filter + bias) of images `first` to `end`, at most `winogradImagesTogether`.
 * @param bias [outChannels], or 0 for none
 */
export function winogradConvolve(
  g: Geometry,
  x: usize,
  u: usize,
  bias: usize,
  y: usize,
  lower: f32,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  const strip = scratch + TEMPORARY;
  const stripSize = stripBytes(inputWidth(g), g.inChannels);
  const plane = planeBytes(tileRows(g), g.inChannels);
  const v = (strip + stripSize + 63) & ~63;
  const m = v + <usize>ELEMENTS * plane;
  memory.fill(strip, 0, stripSize);
  for (let n = first; n < end; ++n) {
    const image = x + ((<usize>(n * g.inHeight * g.inWidth * g.inChannels)) << 2);
    const tile = <usize>((n - first) * tilesOf(g) * g.inChannels);
    transformInputs(g, image, v + (tile << 2), plane, strip);
  }
  multiply(g, (end - first) * tilesOf(g), v, u, m);
  for (let n = first; n < end; ++n) {
    const to = y + ((<usize>(n * g.outHeight * g.outWidth * g.outChannels)) << 2);
    const tile = <usize>((n - first) * tilesOf(g) * g.outChannels);
    writeImage(g, m + (tile << 2), bias, to, lower, scratch);
  }
}

/** m [36][rows][out] = v [36][rows][in] · u, element by element, in whole tiles of four rows. */
function multiply(g: Geometry, rows: i32, v: usize, u: usize, m: usize): void {
  const ins = g.inChannels;
  const rowV = (<usize>ins) << 2;
  const rowM = (<usize>g.outChannels) << 2;
  for (let e = 0; e < ELEMENTS; ++e) {
    for (let k = 0; k < g.outChannels; k += TILE_COLUMNS, u += (<usize>ins) << 5) {
      let a = v;
      let c = m + ((<usize>k) << 2);
      for (let row = 0; row < rows; row += TILE_ROWS) {
        // prettier-ignore
        Tile.sums(
          a, a + rowV, a + 2 * rowV, a + 3 * rowV, 4, 0, 1, ins, u, 32, 0, STORE, -Infinity, TILE_COLUMNS,
          c, c + rowM, c + 2 * rowM, c + 3 * rowM,
        );
        a += <usize>TILE_ROWS * rowV;
        c += <usize>TILE_ROWS * rowM;
      }
    }
    v += planeBytes(tileRows(g), ins);
    m += planeBytes(tileRows(g), g.outChannels);
  }
}

/** The outputs of an image from its tiles, the first of which begins at `from` in each plane. */
function writeImage(
  g: Geometry,
  from: usize,
  bias: usize,
  y: usize,
  lower: f32,
  scratch: usize,
): void {
  const pixel = (<usize>g.outChannels) << 2;
  const row = <usize>g.outWidth * pixel;
  const plane = planeBytes(tileRows(g), g.outChannels);
  for (let top = 0; top < g.outHeight; top += OUTPUT) {
    const height = min(OUTPUT, g.outHeight - top);
    for (let left = 0; left < g.outWidth; left += OUTPUT, from += pixel) {
      const width = min(OUTPUT, g.outWidth - left);
      const to = y + <usize>top * row + <usize>left * pixel;
      if (height == OUTPUT && width == OUTPUT) {
        for (let k: usize = 0; k < pixel; k += 16) {
          outputTile(from + k, plane, bias ? bias + k : 0, lower, to + k, row, pixel, scratch);
        }
      } else {
        const square = scratch + 384;
        for (let k: usize = 0; k < pixel; k += 16) {
          outputTile(from + k, plane, bias ? bias + k : 0, lower, square, 64, 16, scratch);
          for (let i: usize = 0; i < <usize>height; ++i) {
            for (let j: usize = 0; j < <usize>width; ++j) {
              v128.store(to + k + i * row + j * pixel, v128.load(square + (i << 6) + (j << 4)));
            }
          }
        }
      }
    }
  }
}

/** Aᵀ m A of four channels; the 4x4 outputs lie `row` and `pixel` bytes apart. */
function outputTile(
  from: usize,
  plane: usize,
  bias: usize,
  lower: f32,
  to: usize,
  row: usize,
  pixel: usize,
  scratch: usize,
): void {
  const b = bias ? v128.load(bias) : f32x4.splat(0);
  const floor = f32x4.splat(lower);
  for (let x: usize = 0; x < <usize>INPUT; ++x) {
    Transform.output(false, from + x * plane, 6 * plane, b, floor, scratch + (x << 4), 96);
  }
  for (let y: usize = 0; y < <usize>OUTPUT; ++y) {
    Transform.output(true, scratch + y * 96, 16, b, floor, to + y * row, pixel);
  }
}
