import { bytes, place, Geometry } from './geometry';
import { pack, TILE_COLUMNS, TILE_ROWS } from './tile';

/*
 * The gradient of a convolution at its filter: dw[ky, kx, c, k] = Σ x[window + (ky, kx), c] · dy[o, k]
 * over all outputs o of all images. A tile is four elements (ky, kx, c) by eight filters k; each
 * element walks over the padded image as the windows do.
 *
 * The sum over an image is taken in registers and the images' sums are added up: two short sums have a
 * smaller rounding error than the one long one.
 */

/** Scratch for `convolutionFilterGradient`. */
export function convolutionFilterGradientBytes(g: Geometry): usize {
  return paddedBytes(g) + ((<usize>(g.outHeight * g.outWidth)) << 5);
}

/** dw, of the filter's shape, from images x and dy, of the outputs' shape. */
export function convolutionFilterGradient(
  g: Geometry,
  x: usize,
  dy: usize,
  dw: usize,
  scratch: usize,
): void {
  const pixel = (<usize>g.inChannels) << 2;
  const height = paddedHeight(g);
  const width = paddedWidth(g);
  const pitch = <usize>width * pixel;
  const panel = scratch + paddedBytes(g);
  const outputs = g.outHeight * g.outWidth;
  const row = (<usize>g.outChannels) << 2;
  memory.fill(scratch, 0, paddedBytes(g));
  memory.fill(dw, 0, <usize>(g.filterHeight * g.filterWidth * g.inChannels) * row);
  for (let n = 0; n < g.batch; ++n) {
    const image = x + <usize>(n * g.inHeight * g.inWidth) * pixel;
    // prettier-ignore
    place(image, g.inHeight, g.inWidth, pixel, scratch, pitch, g.padTop, g.padLeft, height, width);
    const from = dy + <usize>(n * outputs) * row;
    for (let k = 0; k < g.outChannels; k += TILE_COLUMNS) {
      const columns = min(TILE_COLUMNS, g.outChannels - k);
      const at = (<usize>k) << 2;
      pack(panel, from + at, row, 4, outputs, columns);
      addImage(g, scratch, pitch, panel, dw + at, columns);
    }
  }
}

function paddedHeight(g: Geometry): i32 {
  return (g.outHeight - 1) * g.strideY + g.filterHeight;
}

function paddedWidth(g: Geometry): i32 {
  return (g.outWidth - 1) * g.strideX + g.filterWidth;
}

function paddedBytes(g: Geometry): usize {
  return bytes(paddedHeight(g) * paddedWidth(g) * g.inChannels);
}

/** Adds one image's gradient at up to eight filters. */
function addImage(
  g: Geometry,
  image: usize,
  pitch: usize,
  panel: usize,
  dw: usize,
  columns: i32,
): void {
  const run = g.filterWidth * g.inChannels;
  const elements = g.filterHeight * run;
  const stepX = (<usize>(g.strideX * g.inChannels)) << 2;
  const jump = <usize>g.strideY * pitch - <usize>g.outWidth * stepX;
  const row = (<usize>g.outChannels) << 2;
  for (let d = 0; d < elements; d += TILE_ROWS) {
    // Behind the last element, that one again.
    const last = elements - 1;
    const a0 = element(image, pitch, run, d);
    const a1 = element(image, pitch, run, min(d + 1, last));
    const a2 = element(image, pitch, run, min(d + 2, last));
    const a3 = element(image, pitch, run, min(d + 3, last));
    // prettier-ignore
    Correlation.add4x8(a0, a1, a2, a3, stepX, jump, panel, g.outHeight, g.outWidth, dw + <usize>d * row, row, min(TILE_ROWS, elements - d), columns);
  }
}

/** Where element d of [ky, kx, channel] lies in window (0, 0). */
function element(image: usize, pitch: usize, run: i32, d: i32): usize {
  return image + <usize>(d / run) * pitch + ((<usize>(d % run)) << 2);
}

class Correlation {
  @inline
  static add4x8(
    a0: usize,
    a1: usize,
    a2: usize,
    a3: usize,
    step: usize,
    jump: usize,
    b: usize,
    height: i32,
    width: i32,
    c: usize,
    rowC: usize,
    rows: i32,
    columns: i32,
  ): void {
    let left0 = f32x4.splat(0),
      right0 = left0;
    let left1 = left0,
      right1 = left0;
    let left2 = left0,
      right2 = left0;
    let left3 = left0,
      right3 = left0;
    const rowB = (<usize>width) << 5;
    for (let y = 0; y < height; ++y) {
      for (const end = b + rowB; b < end; b += 32) {
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
        a0 += step;
        a1 += step;
        a2 += step;
        a3 += step;
      }
      a0 += jump;
      a1 += jump;
      a2 += jump;
      a3 += jump;
    }
    Correlation.addRow(c, left0, right0, columns);
    if (rows > 1) Correlation.addRow(c + rowC, left1, right1, columns);
    if (rows > 2) Correlation.addRow(c + 2 * rowC, left2, right2, columns);
    if (rows > 3) Correlation.addRow(c + 3 * rowC, left3, right3, columns);
  }

  @inline
  static addRow(c: usize, left: v128, right: v128, columns: i32): void {
    if (columns == TILE_COLUMNS) {
      v128.store(c, f32x4.add(v128.load(c), left));
      v128.store(c, f32x4.add(v128.load(c, 16), right), 16);
    } else addPart(c, left, right, columns);
  }
}

/** The first 1 to 7 of eight. */
function addPart(to: usize, left: v128, right: v128, columns: i32): void {
  for (let i = 0; i < columns; ++i, to += 4) {
    f32.store(to, f32.load(to) + f32x4.extract_lane(left, 0));
    left = v128.shuffle<i32>(left, right, 1, 2, 3, 4);
    right = v128.shuffle<i32>(right, right, 1, 2, 3, 0);
  }
}
