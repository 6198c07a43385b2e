import { bytes, Geometry, paddedHeight, paddedWidth, place } from './geometry';
import { ADD, pack, Tile, TILE_COLUMNS, TILE_ROWS } from './tile';

/*
 * The gradient of a convolution at its filter: dw[ky, kx, c, k] = Σ x[window + (ky, kx), c] · dy[o, k]
 * over all outputs o of all images. A tile is four elements (ky, kx, c) by eight filters k; each
 * element walks over the padded image as the windows do.
 *
 * The sum over an image is taken in registers, the images of a part are added up, and at last the
 * parts (`addParts`): short sums have a smaller rounding error than the one long one.
 */

/** Scratch for `convolutionFilterGradient`. */
export function convolutionFilterGradientBytes(g: Geometry): usize {
  return paddedBytes(g) + ((<usize>(g.outHeight * g.outWidth)) << 5) + 32;
}

/**
 * Part ⌊first / perPart⌋ of dw, of the filter's shape, from images `first` to `end` of x and dy.
 * @param parts of dw, one after the other
 */
export function convolutionFilterGradient(
  g: Geometry,
  x: usize,
  dy: usize,
  parts: usize,
  perPart: i32,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  const pixel = (<usize>g.inChannels) << 2;
  const height = paddedHeight(g);
  const width = paddedWidth(g);
  const pitch = <usize>width * pixel;
  const panel = scratch + paddedBytes(g);
  const outputs = g.outHeight * g.outWidth;
  const row = (<usize>g.outChannels) << 2;
  const size = <usize>(g.filterHeight * g.filterWidth * g.inChannels) * row;
  const dw = parts + <usize>(first / perPart) * size;
  memory.fill(scratch, 0, paddedBytes(g));
  memory.fill(dw, 0, size);
  for (let n = first; n < end; ++n) {
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
  const step = (<usize>(g.strideX * g.inChannels)) << 2;
  const jump = <usize>g.strideY * pitch - <usize>g.outWidth * step;
  const row = (<usize>g.outChannels) << 2;
  const last = elements - 1;
  // Behind the last element that one again, whose sums then go nowhere.
  const nowhere = panel + ((<usize>(g.outHeight * g.outWidth)) << 5);
  for (let d = 0; d < elements; d += TILE_ROWS, dw += <usize>TILE_ROWS * row) {
    const a0 = element(image, pitch, run, d);
    const a1 = element(image, pitch, run, min(d + 1, last));
    const a2 = element(image, pitch, run, min(d + 2, last));
    const a3 = element(image, pitch, run, min(d + 3, last));
    // prettier-ignore
    Tile.sums(
      a0, a1, a2, a3, step, jump, g.outHeight, g.outWidth, panel, 32, 0, ADD, 0, columns,
      dw,
      d + 1 < elements ? dw + row : nowhere,
      d + 2 < elements ? dw + 2 * row : nowhere,
      d + 3 < elements ? dw + 3 * row : nowhere,
    );
  }
}

/** Where element d of [ky, kx, channel] lies in window (0, 0). */
function element(image: usize, pitch: usize, run: i32, d: i32): usize {
  return image + <usize>(d / run) * pitch + ((<usize>(d % run)) << 2);
}
