import { bytes, Geometry } from './geometry';
import { ADD, Tile, TILE_COLUMNS, TILE_ROWS } from './tile';
import {
  ELEMENTS,
  INPUT,
  inputWidth,
  OUTPUT,
  planeBytes,
  stripBytes,
  tileRows,
  tiles,
  tilesOf,
  transformGradients,
  transformInputs,
  winogradImagesTogether,
} from './winograd-strips';
import { Transform } from './winograd-transforms';

/*
 * The gradient at a 3x3 filter, dw = Gᵀ [Σ (Bᵀ x B) ⊙ (A dy Aᵀ)] G over all tiles of all images. The sums
 * stay in the transformed domain, one matrix [in, out] an element, and come back once at the end.
 */

/** Bytes of one part's sums, [36][in][out]. */
export function winogradSumsBytes(g: Geometry): usize {
  return <usize>ELEMENTS * planeBytes(g.inChannels, g.outChannels);
}

/** Scratch for `winogradFilterGradient`. */
export function winogradFilterGradientBytes(g: Geometry): usize {
  const planes = planeBytes(tileRows(g), g.inChannels) + planeBytes(tileRows(g), g.outChannels);
  return stripsBytes(g) + <usize>ELEMENTS * planes + 64;
}

function stripsBytes(g: Geometry): usize {
  const outputs = tiles(g.outWidth) * OUTPUT;
  return stripBytes(inputWidth(g), g.inChannels) + stripBytes(outputs, g.outChannels);
}

/**
 * Part ⌊first / perPart⌋ of the sums, from images `first` to `end` of x and dy. In channels must be a
 * multiple of 4, out channels of 8.
 */
export function winogradFilterGradient(
  g: Geometry,
  x: usize,
  dy: usize,
  parts: usize,
  perPart: i32,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  const ins = g.inChannels;
  const outs = g.outChannels;
  const gradientStrip = scratch + stripBytes(inputWidth(g), ins);
  const planeV = planeBytes(tileRows(g), ins);
  const planeW = planeBytes(tileRows(g), outs);
  const v = (scratch + stripsBytes(g) + 63) & ~63;
  const w = v + <usize>ELEMENTS * planeV;
  const sums = parts + <usize>(first / perPart) * winogradSumsBytes(g);
  const together = winogradImagesTogether(g);
  memory.fill(scratch, 0, stripsBytes(g));
  memory.fill(sums, 0, winogradSumsBytes(g));
  for (let group = first; group < end; group += together) {
    const images = min(together, end - group);
    for (let i = 0; i < images; ++i) {
      const image = x + ((<usize>((group + i) * g.inHeight * g.inWidth * ins)) << 2);
      const gradient = dy + ((<usize>((group + i) * g.outHeight * g.outWidth * outs)) << 2);
      const tile = (<usize>(i * tilesOf(g))) << 2;
      transformInputs(g, image, v + tile * ins, planeV, scratch);
      transformGradients(g, gradient, w + tile * outs, planeW, gradientStrip);
    }
    addProducts(images * tilesOf(g), ins, outs, v, planeV, w, planeW, sums);
  }
}

/** sums [36][in][out] += vᵀ · w over `count` tiles, element by element. */
function addProducts(
  count: i32,
  ins: i32,
  outs: i32,
  v: usize,
  planeV: usize,
  w: usize,
  planeW: usize,
  sums: usize,
): void {
  const rowV = (<usize>ins) << 2;
  const rowW = (<usize>outs) << 2;
  for (let e = 0; e < ELEMENTS; ++e, v += planeV, w += planeW, sums += planeBytes(ins, outs)) {
    for (let c = 0; c < ins; c += TILE_ROWS) {
      for (let k = 0; k < outs; k += TILE_COLUMNS) {
        const a = v + ((<usize>c) << 2);
        const to = sums + ((<usize>(c * outs + k)) << 2);
        // prettier-ignore
        Tile.sums(
          a, a + 4, a + 8, a + 12, rowV, 0, 1, count, w + ((<usize>k) << 2), rowW, 0, ADD, 0, TILE_COLUMNS,
          to, to + rowW, to + 2 * rowW, to + 3 * rowW,
        );
      }
    }
  }
}

/**
 * dw [3, 3, in, out] from the sums of `count` parts, for the vectors `first` to `end` of the in · out/4.
 * @param scratch 576 + 288 bytes
 */
export function winogradFilterGradientEnd(
  g: Geometry,
  parts: usize,
  count: i32,
  dw: usize,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  const plane = planeBytes(g.inChannels, g.outChannels);
  const tap = (<usize>(g.inChannels * g.outChannels)) << 2;
  const size = winogradSumsBytes(g);
  const columns = scratch + 576;
  for (let at = (<usize>first) << 4; at < (<usize>end) << 4; at += 16) {
    for (let e: usize = 0; e < <usize>ELEMENTS; ++e) {
      let sum = v128.load(parts + at + e * plane);
      for (let p = 1; p < count; ++p) {
        sum = f32x4.add(sum, v128.load(parts + <usize>p * size + at + e * plane));
      }
      v128.store(scratch + (e << 4), sum);
    }
    for (let x: usize = 0; x < <usize>INPUT; ++x) {
      Transform.filterGradient(scratch + (x << 4), 96, columns + (x << 4), 96);
    }
    for (let y: usize = 0; y < 3; ++y) {
      Transform.filterGradient(columns + y * 96, 16, dw + at + 3 * y * tap, tap);
    }
  }
}
