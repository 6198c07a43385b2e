import { bytes, Geometry, place } from './geometry';
import { pack, TILE_COLUMNS } from './tile';
import { panelsBytes, windowProducts } from './windows';

/*
 * The gradient of a convolution at its inputs is the same sum seen from the other end:
 *
 *     dx[i] = Σ dy[o] · w[k] over all o, k with o · stride − pad + k = i.
 *
 * All i = q · stride + phase of one phase meet the same taps k = r + stride · j, where
 * r = (phase + pad) mod stride, at the outputs o = q + ⌊(phase + pad)/stride⌋ − j. So each of the
 * stride² phases is a convolution of stride 1 over dy with every stride-th tap, turned round.
 *
 * The same kernel is the forward pass of a transposed convolution.
 */

/** One of the phases of an axis. */
class Phase {
  /** r: the first tap. */
  @inline
  static firstTap(phase: i32, pad: i32, stride: i32): i32 {
    return (phase + pad) % stride;
  }

  @inline
  static taps(phase: i32, pad: i32, stride: i32, filter: i32): i32 {
    return max(0, filter - Phase.firstTap(phase, pad, stride) + stride - 1) / stride;
  }

  /** The most that any phase has. */
  @inline
  static mostTaps(filter: i32, stride: i32): i32 {
    return (filter + stride - 1) / stride;
  }

  /** Where the first window begins in dy with mostTaps − 1 zeros before it. */
  @inline
  static origin(phase: i32, pad: i32, stride: i32, filter: i32): i32 {
    const taps = Phase.taps(phase, pad, stride, filter);
    return (phase + pad) / stride - taps + Phase.mostTaps(filter, stride);
  }

  /** dy with zeros around it, as far as any phase's windows reach. */
  @inline
  static paddedSize(size: i32, pad: i32, stride: i32, filter: i32): i32 {
    return (size - 1 + pad) / stride + Phase.mostTaps(filter, stride);
  }
}

/** The bytes of the filters as `packTurnedFilters` leaves them. */
export function packTurnedFiltersBytes(g: Geometry): usize {
  const taps = Phase.mostTaps(g.filterHeight, g.strideY) * Phase.mostTaps(g.filterWidth, g.strideX);
  return <usize>(g.strideY * g.strideX) * panelsBytes(taps * g.outChannels, g.inChannels);
}

/**
 * For each phase its taps from the last to the first, as panels of in channels over depth out channels.
 * @param bias [inChannels] to be added to dx, or 0 for none
 */
export function packTurnedFilters(g: Geometry, filter: usize, bias: usize, panels: usize): void {
  const row = (<usize>g.outChannels) << 2;
  for (let phaseY = 0; phaseY < g.strideY; ++phaseY) {
    for (let phaseX = 0; phaseX < g.strideX; ++phaseX) {
      const tapsY = Phase.taps(phaseY, g.padTop, g.strideY, g.filterHeight);
      const tapsX = Phase.taps(phaseX, g.padLeft, g.strideX, g.filterWidth);
      for (let c = 0; c < g.inChannels; c += TILE_COLUMNS) {
        const width = min(TILE_COLUMNS, g.inChannels - c);
        for (let j = tapsY - 1; j >= 0; --j) {
          const y = Phase.firstTap(phaseY, g.padTop, g.strideY) + j * g.strideY;
          for (let i = tapsX - 1; i >= 0; --i, panels += (<usize>g.outChannels) << 5) {
            const x = Phase.firstTap(phaseX, g.padLeft, g.strideX) + i * g.strideX;
            const from = filter + <usize>((y * g.filterWidth + x) * g.inChannels + c) * row;
            pack(panels, from, 4, row, g.outChannels, width);
          }
        }
        memory.fill(panels, 0, 32);
        if (bias) memory.copy(panels, bias + ((<usize>c) << 2), (<usize>width) << 2);
        panels += 32;
      }
    }
  }
}

/** Scratch for `convolutionInputGradient`. */
export function convolutionInputGradientBytes(g: Geometry): usize {
  const height = Phase.paddedSize(g.inHeight, g.padTop, g.strideY, g.filterHeight);
  const width = Phase.paddedSize(g.inWidth, g.padLeft, g.strideX, g.filterWidth);
  return bytes(height * width * g.outChannels);
}

/** dx, of the images' shape, from dy, of the outputs', for images `first` to `end`. */
export function convolutionInputGradient(
  g: Geometry,
  dy: usize,
  panels: usize,
  dx: usize,
  first: i32,
  end: i32,
  scratch: usize,
): void {
  const height = Phase.paddedSize(g.inHeight, g.padTop, g.strideY, g.filterHeight);
  const width = Phase.paddedSize(g.inWidth, g.padLeft, g.strideX, g.filterWidth);
  const top = Phase.mostTaps(g.filterHeight, g.strideY) - 1;
  const left = Phase.mostTaps(g.filterWidth, g.strideX) - 1;
  const pixel = (<usize>g.outChannels) << 2;
  memory.fill(scratch, 0, convolutionInputGradientBytes(g));
  for (let n = first; n < end; ++n) {
    const image = dy + <usize>(n * g.outHeight * g.outWidth) * pixel;
    const pitch = <usize>width * pixel;
    place(image, g.outHeight, g.outWidth, pixel, scratch, pitch, top, left, height, width);
    eachPhase(
      g,
      scratch,
      pitch,
      panels,
      dx + ((<usize>(n * g.inHeight * g.inWidth * g.inChannels)) << 2),
    );
  }
}

/** One image from its padded gradient. */
function eachPhase(g: Geometry, padded: usize, pitch: usize, panels: usize, dx: usize): void {
  const pixel = (<usize>g.outChannels) << 2;
  const inPixel = (<usize>g.inChannels) << 2;
  const inRow = <usize>g.inWidth * inPixel;
  for (let phaseY = 0; phaseY < g.strideY; ++phaseY) {
    const tapsY = Phase.taps(phaseY, g.padTop, g.strideY, g.filterHeight);
    const y = Phase.origin(phaseY, g.padTop, g.strideY, g.filterHeight);
    for (let phaseX = 0; phaseX < g.strideX; ++phaseX) {
      const tapsX = Phase.taps(phaseX, g.padLeft, g.strideX, g.filterWidth);
      const x = Phase.origin(phaseX, g.padLeft, g.strideX, g.filterWidth);
      // prettier-ignore
      windowProducts(
        padded + <usize>y * pitch + <usize>x * pixel, pixel, pitch,
        tapsY, tapsX * g.outChannels, pitch,
        panels, g.inChannels, -Infinity,
        dx + <usize>phaseY * inRow + <usize>phaseX * inPixel,
        (g.inHeight - phaseY + g.strideY - 1) / g.strideY, (g.inWidth - phaseX + g.strideX - 1) / g.strideX,
        <usize>g.strideX * inPixel, <usize>g.strideY * inRow,
      );
      panels += panelsBytes(tapsY * tapsX * g.outChannels, g.inChannels);
    }
  }
}
