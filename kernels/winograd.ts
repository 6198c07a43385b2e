import { bytes, Geometry } from './geometry';
import { Tile, TILE_COLUMNS, TILE_ROWS } from './tile';
import {
  ELEMENTS,
  imagesTogether,
  INPUT,
  OUTPUT,
  Tiles,
  tiles,
  transformImage,
} from './winograd-tiles';
import { Transform } from './winograd-transforms';

/*
 * Convolution by 3x3 filters at stride 1 through Winograd's F(4x4, 3x3): see `winograd-transforms`.
 * In the transformed domain each of the 36 elements is a matrix product [tiles, in] · [in, out].
 *
 * In channels must be a multiple of 4, out channels of 8. The error against double precision, relative
 * to the largest value, is ten times that of the direct sum: some 5e-6.
 */

/** Bytes for the transforms' intermediate vectors. */
const TEMPORARY: usize = 1024;

/** Scratch for `winogradConvolve`. */
export function winogradConvolveBytes(g: Geometry): usize {
  const rows = tileRows(g);
  const filters = ELEMENTS * g.inChannels * g.outChannels;
  const planes = ELEMENTS * rows * (g.inChannels + g.outChannels);
  return TEMPORARY + canvasBytes(g) + bytes(filters) + bytes(planes);
}

/** y = max(lower, x ∗ filter + bias), as `convolve`; `bias` may be 0 for none. */
export function winogradConvolve(
  g: Geometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  lower: f32,
  scratch: usize,
): void {
  const canvas = scratch + TEMPORARY;
  const u = canvas + canvasBytes(g);
  const v = u + bytes(ELEMENTS * g.inChannels * g.outChannels);
  const rows = tileRows(g);
  const m = v + bytes(ELEMENTS * rows * g.inChannels);
  const inPlane = (<usize>(rows * g.inChannels)) << 2;
  const perImage = tiles(g.outHeight) * tiles(g.outWidth);
  const together = imagesTogether(g.batch, g.outHeight, g.outWidth);
  transformFilter(g.inChannels, g.outChannels, filter, u, scratch);
  memory.fill(canvas, 0, canvasBytes(g));
  for (let first = 0; first < g.batch; first += together) {
    const images = min(together, g.batch - first);
    for (let i = 0; i < images; ++i) {
      const image = x + ((<usize>((first + i) * g.inHeight * g.inWidth * g.inChannels)) << 2);
      const to = v + ((<usize>(i * perImage * g.inChannels)) << 2);
      // prettier-ignore
      transformImage(0, image, g.inHeight, g.inWidth, g.inChannels, g.padTop, g.padLeft, tiles(g.outHeight), tiles(g.outWidth), canvas, to, inPlane, scratch);
    }
    multiply(rows, g.inChannels, g.outChannels, v, u, m);
    for (let i = 0; i < images; ++i) {
      const to = y + ((<usize>((first + i) * g.outHeight * g.outWidth * g.outChannels)) << 2);
      writeImage(g, m, rows, i * perImage, bias, to, lower, scratch);
    }
  }
}

/** Rows of a plane: the tiles taken together, rounded up so that no product has an edge. */
function tileRows(g: Geometry): i32 {
  const images = imagesTogether(g.batch, g.outHeight, g.outWidth);
  const count = images * tiles(g.outHeight) * tiles(g.outWidth);
  return (count + TILE_ROWS - 1) & -TILE_ROWS;
}

function canvasBytes(g: Geometry): usize {
  const height = tiles(g.outHeight) * OUTPUT + INPUT - OUTPUT;
  const width = tiles(g.outWidth) * OUTPUT + INPUT - OUTPUT;
  return bytes(height * width * g.inChannels);
}

/** filter [3, 3, in, out] to u [36][out/8][in][8], the panels of `multiply`. */
function transformFilter(ins: i32, outs: i32, filter: usize, u: usize, scratch: usize): void {
  const tap = (<usize>(ins * outs)) << 2;
  for (let c = 0; c < ins; ++c) {
    for (let k = 0; k < outs; k += 4) {
      const from = filter + ((<usize>(c * outs + k)) << 2);
      for (let x: usize = 0; x < 3; ++x) {
        Transform.filter(from + x * tap, 3 * tap, scratch + (x << 4), 3 << 4);
      }
      const panel = <usize>((k / TILE_COLUMNS) * ins + c);
      const to = u + (panel << 5) + ((<usize>(k % TILE_COLUMNS)) << 2);
      for (let y: usize = 0; y < <usize>INPUT; ++y) {
        Transform.filter(scratch + ((y * 3) << 4), 16, to + y * <usize>INPUT * tap, tap);
      }
    }
  }
}

/** m [36][rows][out] = v [36][rows][in] · u, element by element. */
function multiply(rows: i32, ins: i32, outs: i32, v: usize, u: usize, m: usize): void {
  const rowV = (<usize>ins) << 2;
  const rowM = (<usize>outs) << 2;
  for (let e = 0; e < ELEMENTS; ++e) {
    for (let k = 0; k < outs; k += TILE_COLUMNS, u += (<usize>ins) << 5) {
      let a = v;
      let c = m + ((<usize>k) << 2);
      for (let row = 0; row < rows; row += TILE_ROWS) {
        Tile.multiply4x8(a, rowV, 4, u, ins, c, rowM);
        a += <usize>TILE_ROWS * rowV;
        c += <usize>TILE_ROWS * rowM;
      }
    }
    v += <usize>rows * rowV;
    m += <usize>rows * rowM;
  }
}

/** The outputs of an image from its tiles, the first of which is row `tile` of m. */
function writeImage(
  g: Geometry,
  m: usize,
  rows: i32,
  tile: i32,
  bias: usize,
  y: usize,
  lower: f32,
  scratch: usize,
): void {
  const pixel = (<usize>g.outChannels) << 2;
  const plane = <usize>rows * pixel;
  const square = scratch + ((<usize>ELEMENTS) << 4);
  const floor = f32x4.splat(lower);
  let from = m + <usize>tile * pixel;
  for (let top = 0; top < g.outHeight; top += OUTPUT) {
    const height = min(OUTPUT, g.outHeight - top);
    for (let left = 0; left < g.outWidth; left += OUTPUT, from += pixel) {
      const width = min(OUTPUT, g.outWidth - left);
      const to = y + <usize>(top * g.outWidth + left) * pixel;
      for (let k: usize = 0; k < pixel; k += 16) {
        Tiles.output(from + k, plane, square, scratch);
        const b = bias ? v128.load(bias + k) : f32x4.splat(0);
        for (let i = 0; i < height; ++i) {
          for (let j = 0; j < width; ++j) {
            const value = f32x4.add(v128.load(square + ((<usize>(i * OUTPUT + j)) << 4)), b);
            v128.store(to + k + <usize>(i * g.outWidth + j) * pixel, f32x4.max(value, floor));
          }
        }
      }
    }
  }
}
