import { bytes, Geometry, paddedHeight, paddedWidth, place } from './geometry';
import { pack, TILE_COLUMNS } from './tile';
import { panelsBytes, windowProducts } from './windows';

/*
 * Convolution without an unfolded copy of the images. Of an image with its padding written out, row ky
 * of an output's window is one run of filterWidth · channels floats, so that an output is a product
 * over filterHeight runs, in the order of the filter's own rows [ky, kx, channel].
 */

/** The bytes of the filters as `packFilters` leaves them. */
export function packFiltersBytes(g: Geometry): usize {
  return panelsBytes(g.filterHeight * g.filterWidth * g.inChannels, g.outChannels);
}

/** The filters and biases as panels for `convolve`. @param bias [outChannels], or 0 for none */
export function packFilters(g: Geometry, filter: usize, bias: usize, panels: usize): void {
  const depth = g.filterHeight * g.filterWidth * g.inChannels;
  const row = (<usize>g.outChannels) << 2;
  for (let k = 0; k < g.outChannels; k += TILE_COLUMNS) {
    const width = min(TILE_COLUMNS, g.outChannels - k);
    const at = (<usize>k) << 2;
    pack(panels, filter + at, row, 4, depth, width);
    panels += (<usize>depth) << 5;
    memory.fill(panels, 0, 32);
    if (bias) memory.copy(panels, bias + at, (<usize>width) << 2);
    panels += 32;
  }
}

/** Scratch for `convolve`. */
export function convolveBytes(g: Geometry): usize {
  return bytes(paddedHeight(g) * paddedWidth(g) * g.inChannels);
}

/** y = max(lower, x ∗ filter + bias) of images `first` to `end`: −∞ for the plain sum, 0 for ReLU. */
export function convolve(
  g: Geometry,
  x: usize,
  panels: usize,
  y: usize,
  lower: f32,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  const pixel = (<usize>g.inChannels) << 2;
  const pitch = <usize>paddedWidth(g) * pixel;
  const outPixel = (<usize>g.outChannels) << 2;
  const inBytes = <usize>(g.inHeight * g.inWidth) * pixel;
  const outBytes = <usize>(g.outHeight * g.outWidth) * outPixel;
  memory.fill(scratch, 0, convolveBytes(g));
  for (let n = first; n < end; ++n) {
    // prettier-ignore
    place(x + <usize>n * inBytes, g.inHeight, g.inWidth, pixel, scratch, pitch, g.padTop, g.padLeft, paddedHeight(g), paddedWidth(g));
    // prettier-ignore
    windowProducts(
      scratch, <usize>g.strideX * pixel, <usize>g.strideY * pitch,
      g.filterHeight, g.filterWidth * g.inChannels, pitch,
      panels, g.outChannels, lower,
      y + <usize>n * outBytes, g.outHeight, g.outWidth, outPixel, <usize>g.outWidth * outPixel,
    );
  }
}
