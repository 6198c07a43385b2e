import { bytes, Geometry } from './geometry';
import { TILE_COLUMNS, TILE_ROWS } from './tile';
import { ELEMENTS, imagesTogether, INPUT, OUTPUT, tiles, transformImage } from './winograd-tiles';
import { Transform } from './winograd-transforms';

/**
 * The filter [3, 3, in, out] turned round, [2 − ky, 2 − kx, out, in]: the gradient at the inputs is the
 * convolution of dy with it, padded by 2 − pad.
 */
export function turnFilter(ins: i32, outs: i32, filter: usize, to: usize): void {
  const tap = (<usize>(ins * outs)) << 2;
  for (let t: usize = 0; t < 9; ++t) {
    const from = filter + (8 - t) * tap;
    for (let k = 0; k < outs; ++k) {
      let at = from + ((<usize>k) << 2);
      for (let c = 0; c < ins; ++c, at += (<usize>outs) << 2, to += 4) f32.store(to, f32.load(at));
    }
  }
}

/** Bytes for the transforms' intermediate vectors. */
const TEMPORARY: usize = 1024;

/** Scratch for `winogradFilterGradient`. */
export function winogradFilterGradientBytes(g: Geometry): usize {
  const planes = ELEMENTS * together(g) * perImage(g) * (g.inChannels + g.outChannels);
  const sums = ELEMENTS * g.inChannels * g.outChannels;
  return TEMPORARY + canvasBytes(g) + gradientCanvasBytes(g) + bytes(sums) + bytes(planes);
}

/**
 * dw = Gᵀ [Σ (Bᵀ x B) ⊙ (A dy Aᵀ)] G over all tiles, for 3x3 filters at stride 1. In channels must be
 * a multiple of 4, out channels of 8.
 */
export function winogradFilterGradient(
  g: Geometry,
  x: usize,
  dy: usize,
  dw: usize,
  scratch: usize,
): void {
  const ins = g.inChannels;
  const outs = g.outChannels;
  const canvas = scratch + TEMPORARY;
  const gradientCanvas = canvas + canvasBytes(g);
  const sums = gradientCanvas + gradientCanvasBytes(g);
  const v = sums + bytes(ELEMENTS * ins * outs);
  const rows = together(g) * perImage(g);
  const w = v + bytes(ELEMENTS * rows * ins);
  memory.fill(canvas, 0, sums - canvas + bytes(ELEMENTS * ins * outs));
  const ty = tiles(g.outHeight);
  const tx = tiles(g.outWidth);
  for (let first = 0; first < g.batch; first += together(g)) {
    const images = min(together(g), g.batch - first);
    for (let i = 0; i < images; ++i) {
      const image = x + ((<usize>((first + i) * g.inHeight * g.inWidth * ins)) << 2);
      const gradient = dy + ((<usize>((first + i) * g.outHeight * g.outWidth * outs)) << 2);
      const row = (<usize>(i * perImage(g))) << 2;
      // prettier-ignore
      transformImage(0, image, g.inHeight, g.inWidth, ins, g.padTop, g.padLeft, ty, tx, canvas, v + row * ins, (<usize>(rows * ins)) << 2, scratch);
      // prettier-ignore
      transformImage(1, gradient, g.outHeight, g.outWidth, outs, 0, 0, ty, tx, gradientCanvas, w + row * outs, (<usize>(rows * outs)) << 2, scratch);
    }
    addProducts(images * perImage(g), rows, ins, outs, v, w, sums);
  }
  transformSums(ins, outs, sums, dw, scratch);
}

function together(g: Geometry): i32 {
  return imagesTogether(g.batch, g.outHeight, g.outWidth);
}

function perImage(g: Geometry): i32 {
  return tiles(g.outHeight) * tiles(g.outWidth);
}

function canvasBytes(g: Geometry): usize {
  const border = INPUT - OUTPUT;
  const height = tiles(g.outHeight) * OUTPUT + border;
  return bytes(height * (tiles(g.outWidth) * OUTPUT + border) * g.inChannels);
}

function gradientCanvasBytes(g: Geometry): usize {
  return bytes(perImage(g) * OUTPUT * OUTPUT * g.outChannels);
}

/** sums [36][in][out] += vᵀ · w over the first `count` of `rows` tiles, element by element. */
function addProducts(
  count: i32,
  rows: i32,
  ins: i32,
  outs: i32,
  v: usize,
  w: usize,
  sums: usize,
): void {
  const rowV = (<usize>ins) << 2;
  const rowW = (<usize>outs) << 2;
  for (let e = 0; e < ELEMENTS; ++e) {
    for (let c = 0; c < ins; c += TILE_ROWS) {
      for (let k = 0; k < outs; k += TILE_COLUMNS) {
        const to = sums + ((<usize>(c * outs + k)) << 2);
        Product.add4x8(v + ((<usize>c) << 2), rowV, w + ((<usize>k) << 2), rowW, count, to, rowW);
      }
    }
    v += <usize>rows * rowV;
    w += <usize>rows * rowW;
    sums += <usize>ins * rowW;
  }
}

/** sums [36][in][out] to dw [3, 3, in, out]. */
function transformSums(ins: i32, outs: i32, sums: usize, dw: usize, scratch: usize): void {
  const plane = (<usize>(ins * outs)) << 2;
  for (let at: usize = 0; at < plane; at += 16) {
    for (let x: usize = 0; x < <usize>INPUT; ++x) {
      Transform.filterGradient(
        sums + at + x * plane,
        <usize>INPUT * plane,
        scratch + (x << 4),
        (<usize>INPUT) << 4,
      );
    }
    for (let y: usize = 0; y < 3; ++y) {
      Transform.filterGradient(
        scratch + ((y * <usize>INPUT) << 4),
        16,
        dw + at + 3 * y * plane,
        plane,
      );
    }
  }
}

class Product {
  /** c [4][8] += aᵀ · b over `depth` rows. */
  @inline
  static add4x8(
    a: usize,
    rowA: usize,
    b: usize,
    rowB: usize,
    depth: i32,
    c: usize,
    rowC: usize,
  ): void {
    let left0 = f32x4.splat(0),
      right0 = left0;
    let left1 = left0,
      right1 = left0;
    let left2 = left0,
      right2 = left0;
    let left3 = left0,
      right3 = left0;
    for (let p = 0; p < depth; ++p, a += rowA, b += rowB) {
      const left = v128.load(b);
      const right = v128.load(b, 16);
      let x = v128.load32_splat(a);
      left0 = f32x4.add(left0, f32x4.mul(x, left));
      right0 = f32x4.add(right0, f32x4.mul(x, right));
      x = v128.load32_splat(a, 4);
      left1 = f32x4.add(left1, f32x4.mul(x, left));
      right1 = f32x4.add(right1, f32x4.mul(x, right));
      x = v128.load32_splat(a, 8);
      left2 = f32x4.add(left2, f32x4.mul(x, left));
      right2 = f32x4.add(right2, f32x4.mul(x, right));
      x = v128.load32_splat(a, 12);
      left3 = f32x4.add(left3, f32x4.mul(x, left));
      right3 = f32x4.add(right3, f32x4.mul(x, right));
    }
    Product.addRow(c, left0, right0);
    Product.addRow(c + rowC, left1, right1);
    Product.addRow(c + 2 * rowC, left2, right2);
    Product.addRow(c + 3 * rowC, left3, right3);
  }

  @inline
  static addRow(c: usize, left: v128, right: v128): void {
    v128.store(c, f32x4.add(v128.load(c), left));
    v128.store(c, f32x4.add(v128.load(c, 16), right), 16);
  }
}
