import { bytes, Geometry } from './geometry';
import { TILE_ROWS } from './tile';
import { Transform } from './winograd-transforms';

/*
 * The two-dimensional transforms, a strip of tiles at a time: the rows of a strip are transformed down
 * the columns once for all tiles, since neighbours share two of their six columns, and then each tile
 * along its rows.
 */

/** Elements of a transformed tile: 6 by 6. */
export const ELEMENTS = 36;
export const OUTPUT = 4;
export const INPUT = 6;

/** Tiles taken together, so that the filters, too large for the nearest cache, are read less often. */
const TILES_TOGETHER = 48;

/** Tiles along a side of `size` outputs. */
export function tiles(size: i32): i32 {
  return (size + OUTPUT - 1) / OUTPUT;
}

/** Tiles of an image. */
export function tilesOf(g: Geometry): i32 {
  return tiles(g.outHeight) * tiles(g.outWidth);
}

/** Images whose tiles are taken together: so that the groups are a multiple of four, if they can be. */
export function winogradImagesTogether(g: Geometry): i32 {
  const all = g.batch * tilesOf(g);
  const groups = ((all + TILES_TOGETHER - 1) / TILES_TOGETHER + 3) & -4;
  return max(1, (g.batch + groups - 1) / groups);
}

/** Rows of a plane: the tiles taken together, rounded up so that no product has an edge. */
export function tileRows(g: Geometry): i32 {
  return (winogradImagesTogether(g) * tilesOf(g) + TILE_ROWS - 1) & -TILE_ROWS;
}

/**
 * Bytes from one element's plane [rows][channels] to the next: an odd number of cache lines. Were it a
 * multiple of 4,096, all 36 would fall on the same lines of the nearest cache, at a third of the speed.
 */
export function planeBytes(rows: i32, channels: i32): usize {
  const lines = (<usize>(rows * channels) * 4 + 63) >> 6;
  return (lines | 1) << 6;
}

/** Scratch of a strip of `width` pixels: six rows of them, and one of zeros. */
export function stripBytes(width: i32, channels: i32): usize {
  return 7 * bytes(width * channels);
}

/** Pixels of a strip of inputs. */
export function inputWidth(g: Geometry): i32 {
  return tiles(g.outWidth) * OUTPUT + INPUT - OUTPUT;
}

/**
 * Bᵀ x B of the tiles of an image [inHeight, inWidth, inChannels], tile by tile into each plane.
 * @param strip scratch, zeros at first
 */
export function transformInputs(
  g: Geometry,
  image: usize,
  to: usize,
  plane: usize,
  strip: usize,
): void {
  const pixel = (<usize>g.inChannels) << 2;
  const row = <usize>g.inWidth * pixel;
  const width = inputWidth(g);
  const pitch = bytes(width * g.inChannels);
  const zeros = strip + 6 * pitch;
  const inside = strip + <usize>g.padLeft * pixel;
  const length = <usize>min(g.inWidth, width - g.padLeft) * pixel;
  for (let top = -g.padTop; top < g.outHeight - g.padTop; top += OUTPUT) {
    const d0 = rowOf(g, image, row, top, zeros);
    const d1 = rowOf(g, image, row, top + 1, zeros);
    const d2 = rowOf(g, image, row, top + 2, zeros);
    const d3 = rowOf(g, image, row, top + 3, zeros);
    const d4 = rowOf(g, image, row, top + 4, zeros);
    const d5 = rowOf(g, image, row, top + 5, zeros);
    for (let at: usize = 0; at < length; at += 16) {
      // prettier-ignore
      Transform.input(
        v128.load(d0 + at), v128.load(d1 + at), v128.load(d2 + at),
        v128.load(d3 + at), v128.load(d4 + at), v128.load(d5 + at),
        inside + at, pitch,
      );
    }
    for (let left = 0; left < g.outWidth; left += OUTPUT, to += pixel) {
      inputTile(strip + <usize>left * pixel, pitch, pixel, to, plane);
    }
  }
}

/** Where row y of an image begins, or a row of zeros where the image has none. */
function rowOf(g: Geometry, image: usize, row: usize, y: i32, zeros: usize): usize {
  return y >= 0 && y < g.inHeight ? image + <usize>y * row : zeros;
}

function inputTile(from: usize, pitch: usize, pixel: usize, to: usize, plane: usize): void {
  for (const end = from + 6 * pitch; from < end; from += pitch, to += 6 * plane) {
    for (let c: usize = 0; c < pixel; c += 16) {
      const at = from + c;
      // prettier-ignore
      Transform.input(
        v128.load(at), v128.load(at + pixel), v128.load(at + 2 * pixel),
        v128.load(at + 3 * pixel), v128.load(at + 4 * pixel), v128.load(at + 5 * pixel),
        to + c, plane,
      );
    }
  }
}

/** A dy Aᵀ of the tiles of a gradient [outHeight, outWidth, outChannels]; `strip` as above. */
export function transformGradients(
  g: Geometry,
  image: usize,
  to: usize,
  plane: usize,
  strip: usize,
): void {
  const pixel = (<usize>g.outChannels) << 2;
  const row = <usize>g.outWidth * pixel;
  const pitch = bytes(tiles(g.outWidth) * OUTPUT * g.outChannels);
  const zeros = strip + 6 * pitch;
  for (let top = 0; top < g.outHeight; top += OUTPUT, image += <usize>OUTPUT * row) {
    const y1 = top + 1 < g.outHeight ? image + row : zeros;
    const y2 = top + 2 < g.outHeight ? image + 2 * row : zeros;
    const y3 = top + 3 < g.outHeight ? image + 3 * row : zeros;
    for (let at: usize = 0; at < row; at += 16) {
      // prettier-ignore
      Transform.gradient(
        v128.load(image + at), v128.load(y1 + at), v128.load(y2 + at), v128.load(y3 + at),
        strip + at, pitch,
      );
    }
    for (let left = 0; left < g.outWidth; left += OUTPUT, to += pixel) {
      gradientTile(strip + <usize>left * pixel, pitch, pixel, to, plane);
    }
  }
}

function gradientTile(from: usize, pitch: usize, pixel: usize, to: usize, plane: usize): void {
  for (const end = from + 6 * pitch; from < end; from += pitch, to += 6 * plane) {
    for (let c: usize = 0; c < pixel; c += 16) {
      const at = from + c;
      // prettier-ignore
      Transform.gradient(
        v128.load(at), v128.load(at + pixel), v128.load(at + 2 * pixel), v128.load(at + 3 * pixel),
        to + c, plane,
      );
    }
  }
}
