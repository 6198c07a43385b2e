import { bytes, place, Geometry } from './geometry';
import { pack, TILE_COLUMNS, TILE_ROWS } from './tile';
import { Windows } from './windows';

/*
 * Convolution without an unfolded copy of the images. Of an image with its padding written out, row ky
 * of an output's window is one run of filterWidth · channels floats, so that an output is a product
 * over filterHeight runs, in the order of the filter's own rows [ky, kx, channel].
 *
 * The gradient at the inputs is the same sum seen from the other end:
 *
 *     dx[i] = Σ dy[o] · w[k] over all o, k with o · stride − pad + k = i.
 *
 * All i = q · stride + phase of one phase meet the same taps k = r + stride · j, where
 * r = (phase + pad) mod stride, at the outputs o = q + ⌊(phase + pad)/stride⌋ − j. So each of the
 * stride² phases is a convolution of stride 1 over dy with every stride-th tap, turned round.
 */

/** Scratch for `convolve`. */
export function convolveBytes(g: Geometry): usize {
  const image = paddedHeight(g) * paddedWidth(g) * g.inChannels;
  const depth = g.filterHeight * g.filterWidth * g.inChannels;
  return bytes(image) + panelsBytes(depth, g.outChannels);
}

/**
 * y = max(lower, x ∗ filter + bias): −∞ for the plain sum, 0 for ReLU. A NaN stays one.
 * @param bias [outChannels], or 0 for none
 */
export function convolve(
  g: Geometry,
  x: usize,
  filter: usize,
  bias: usize,
  y: usize,
  lower: f32,
  scratch: usize,
): void {
  const pixel = (<usize>g.inChannels) << 2;
  const pitch = <usize>paddedWidth(g) * pixel;
  const padded = bytes(paddedHeight(g) * paddedWidth(g) * g.inChannels);
  const panels = scratch + padded;
  const taps = g.filterHeight * g.filterWidth;
  packFilter(g, filter, bias, panels);
  memory.fill(scratch, 0, padded);
  const outPixel = (<usize>g.outChannels) << 2;
  const inBytes = <usize>(g.inHeight * g.inWidth) * pixel;
  const outBytes = <usize>(g.outHeight * g.outWidth) * outPixel;
  for (let n = 0; n < g.batch; ++n) {
    // prettier-ignore
    place(x + <usize>n * inBytes, g.inHeight, g.inWidth, pixel, scratch, pitch, g.padTop, g.padLeft, paddedHeight(g), paddedWidth(g));
    // prettier-ignore
    Windows.products(
      scratch, <usize>g.strideX * pixel, <usize>g.strideY * pitch,
      g.filterHeight, <usize>g.filterWidth * pixel, pitch,
      panels, <usize>(taps * g.inChannels + 1) << 5, g.outChannels, lower,
      y + <usize>n * outBytes, g.outHeight, g.outWidth, outPixel, <usize>g.outWidth * outPixel,
    );
  }
}

function paddedHeight(g: Geometry): i32 {
  return (g.outHeight - 1) * g.strideY + g.filterHeight;
}

function paddedWidth(g: Geometry): i32 {
  return (g.outWidth - 1) * g.strideX + g.filterWidth;
}

/** Panels [depth + 1][8]: the last row holds what the sums begin with. */
function panelsBytes(depth: i32, outputs: i32): usize {
  const panels = (outputs + TILE_COLUMNS - 1) / TILE_COLUMNS;
  return (<usize>(panels * (depth + 1))) << 5;
}

function packFilter(g: Geometry, filter: usize, bias: usize, panels: usize): void {
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

/** Scratch for `convolutionInputGradient`. */
export function convolutionInputGradientBytes(g: Geometry): usize {
  const taps = mostTaps(g.filterHeight, g.strideY) * mostTaps(g.filterWidth, g.strideX);
  const image = gradientHeight(g) * gradientWidth(g) * g.outChannels;
  return bytes(image) + panelsBytes(taps * g.outChannels, g.inChannels);
}

/** dx, of the images' shape, from dy, of the outputs'. */
export function convolutionInputGradient(
  g: Geometry,
  dy: usize,
  filter: usize,
  dx: usize,
  scratch: usize,
): void {
  memory.fill(scratch, 0, bytes(gradientHeight(g) * gradientWidth(g) * g.outChannels));
  for (let phaseY = 0; phaseY < min(g.strideY, g.inHeight); ++phaseY) {
    for (let phaseX = 0; phaseX < min(g.strideX, g.inWidth); ++phaseX) {
      gradientPhase(g, dy, filter, dx, scratch, phaseY, phaseX);
    }
  }
}

function gradientPhase(
  g: Geometry,
  dy: usize,
  filter: usize,
  dx: usize,
  scratch: usize,
  phaseY: i32,
  phaseX: i32,
): void {
  const height = gradientHeight(g);
  const width = gradientWidth(g);
  const firstY = (phaseY + g.padTop) % g.strideY;
  const firstX = (phaseX + g.padLeft) % g.strideX;
  const tapsY = max(0, g.filterHeight - firstY + g.strideY - 1) / g.strideY;
  const tapsX = max(0, g.filterWidth - firstX + g.strideX - 1) / g.strideX;
  const panels = scratch + bytes(height * width * g.outChannels);
  packTurned(g, filter, panels, firstY, firstX, tapsY, tapsX);
  const top = mostTaps(g.filterHeight, g.strideY) - 1;
  const left = mostTaps(g.filterWidth, g.strideX) - 1;
  const pixel = (<usize>g.outChannels) << 2;
  const pitch = <usize>width * pixel;
  const originY = (phaseY + g.padTop) / g.strideY - (tapsY - 1) + top;
  const originX = (phaseX + g.padLeft) / g.strideX - (tapsX - 1) + left;
  const origin = scratch + <usize>originY * pitch + <usize>originX * pixel;
  const inPixel = (<usize>g.inChannels) << 2;
  const inRow = <usize>g.inWidth * inPixel;
  const to = dx + <usize>phaseY * inRow + <usize>phaseX * inPixel;
  for (let n = 0; n < g.batch; ++n) {
    const image = dy + <usize>(n * g.outHeight * g.outWidth) * pixel;
    place(image, g.outHeight, g.outWidth, pixel, scratch, pitch, top, left, height, width);
    // prettier-ignore
    Windows.products(
      origin, pixel, pitch, tapsY, <usize>tapsX * pixel, pitch,
      panels, <usize>(tapsY * tapsX * g.outChannels + 1) << 5, g.inChannels, -Infinity,
      to + <usize>(n * g.inHeight) * inRow,
      (g.inHeight - phaseY + g.strideY - 1) / g.strideY, (g.inWidth - phaseX + g.strideX - 1) / g.strideX,
      <usize>g.strideX * inPixel, <usize>g.strideY * inRow,
    );
  }
}

/** The taps of a phase from the last to the first, as panels of in channels over depth out channels. */
function packTurned(
  g: Geometry,
  filter: usize,
  panels: usize,
  firstY: i32,
  firstX: i32,
  tapsY: i32,
  tapsX: i32,
): void {
  const row = (<usize>g.outChannels) << 2;
  for (let c = 0; c < g.inChannels; c += TILE_COLUMNS) {
    const width = min(TILE_COLUMNS, g.inChannels - c);
    for (let j = tapsY - 1; j >= 0; --j) {
      for (let i = tapsX - 1; i >= 0; --i) {
        const tap = (firstY + j * g.strideY) * g.filterWidth + firstX + i * g.strideX;
        const from = filter + <usize>(tap * g.inChannels + c) * row;
        pack(panels, from, 4, row, g.outChannels, width);
        panels += (<usize>g.outChannels) << 5;
      }
    }
    memory.fill(panels, 0, 32);
    panels += 32;
  }
}

function mostTaps(filter: i32, stride: i32): i32 {
  return (filter + stride - 1) / stride;
}

/** dy with zeros around it, as far as any phase's windows reach. */
function gradientHeight(g: Geometry): i32 {
  return (g.inHeight - 1 + g.padTop) / g.strideY + mostTaps(g.filterHeight, g.strideY);
}

function gradientWidth(g: Geometry): i32 {
  return (g.inWidth - 1 + g.padLeft) / g.strideX + mostTaps(g.filterWidth, g.strideX);
}
