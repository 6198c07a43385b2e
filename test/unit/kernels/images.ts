import { seeded } from '../../../src/experiment/random.ts';
import type { Geometry } from '../../../src/training/backend/geometry.ts';

/** `count` standard normal numbers. */
export function draw(count: number, seed: number): Float32Array {
  const random = seeded(seed);
  return Float32Array.from({ length: count }, () => random.normal());
}

/** A value and the sum of the sizes of its terms, which bounds its rounding error. */
export interface Sums {
  readonly values: Float64Array;
  readonly sizes: Float64Array;
}

/**
 * Calls `visit` for every output, tap, in and out channel of a convolution with the flat indices of
 * its four numbers, images [n, y, x, c] and filter [ky, kx, c, k]; taps on the padding are left out.
 */
export function eachProduct(
  g: Geometry,
  visit: (x: number, filter: number, y: number) => void,
): void {
  eachTap(g, (image, tap, output) => {
    for (let c = 0; c < g.inChannels; c++) {
      for (let k = 0; k < g.outChannels; k++) {
        const filter = (tap * g.inChannels + c) * g.outChannels + k;
        visit(image * g.inChannels + c, filter, output * g.outChannels + k);
      }
    }
  });
}

/** Calls `visit` with the flat indices of the pixels of an input, a tap and an output. */
export function eachTap(
  g: Geometry,
  visit: (image: number, tap: number, output: number) => void,
): void {
  const taps = g.filterHeight * g.filterWidth;
  const outputs = g.batch * g.outHeight * g.outWidth;
  for (let output = 0; output < outputs; output++) {
    const ox = output % g.outWidth;
    const oy = Math.floor(output / g.outWidth) % g.outHeight;
    const n = Math.floor(output / (g.outWidth * g.outHeight));
    for (let tap = 0; tap < taps; tap++) {
      const iy = oy * g.strideY - g.padTop + Math.floor(tap / g.filterWidth);
      const ix = ox * g.strideX - g.padLeft + (tap % g.filterWidth);
      if (iy < 0 || ix < 0 || iy >= g.inHeight || ix >= g.inWidth) continue;
      visit((n * g.inHeight + iy) * g.inWidth + ix, tap, output);
    }
  }
}

/** In double precision, the sums that `terms` adds up one by one. */
export function sums(
  count: number,
  terms: (add: (at: number, term: number) => void) => void,
): Sums {
  const [values, sizes] = [new Float64Array(count), new Float64Array(count)];
  terms((at, term) => {
    values[at] = (values[at] ?? NaN) + term;
    sizes[at] = (sizes[at] ?? NaN) + Math.abs(term);
  });
  return { values, sizes };
}

/** The largest error, relative to the sum of the sizes of a value's own terms. */
export function worstError(measured: ArrayLike<number>, { values, sizes }: Sums): number {
  return values.reduce((worst, value, i) => {
    const error = Math.abs((measured[i] ?? NaN) - value) / Math.max(sizes[i] ?? NaN, 1e-30);
    return error > worst || Number.isNaN(error) ? error : worst;
  }, 0);
}

/** The largest error, relative to the largest value. */
export function worstOfLargest(measured: ArrayLike<number>, { values }: Sums): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return worstError(measured, { values, sizes: values.map(() => largest) });
}
