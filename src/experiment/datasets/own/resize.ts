import type { Picture } from './image.ts';

/** The inputs of one output along an axis: `weights[i]` is that of input `first + i`; their sum is 1. */
interface Taps {
  readonly first: number;
  readonly weights: readonly number[];
}

/**
 * Resizes each axis by itself: shrunk, an output is the mean of the inputs that it covers, each by the
 * part that is covered; enlarged, it is interpolated linearly between the centres of two inputs, and
 * the border goes on outside. A constant picture stays as it is.
 */
export function resize(picture: Picture, height: number, width: number): Picture {
  if (picture.height === height && picture.width === width) return picture;
  return resizeRows(resizeColumns(picture, width), height);
}

function resizeColumns({ height, width, channels, values }: Picture, to: number): Picture {
  const taps = tapsOf(width, to);
  const resized = new Float32Array(height * to * channels);
  for (let y = 0, at = 0; y < height; y++)
    for (const tap of taps)
      for (let c = 0; c < channels; c++)
        resized[at++] = weighted(values, tap, (y * width + tap.first) * channels + c, channels);
  return { height, width: to, channels, values: resized };
}

function resizeRows({ height, width, channels, values }: Picture, to: number): Picture {
  const row = width * channels;
  const resized = new Float32Array(to * row);
  tapsOf(height, to).forEach((tap, y) => {
    for (let x = 0; x < row; x++)
      resized[y * row + x] = weighted(values, tap, tap.first * row + x, row);
  });
  return { height: to, width, channels, values: resized };
}

function weighted(values: Float32Array, { weights }: Taps, from: number, stride: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += (weights[i] ?? 0) * (values[from + i * stride] ?? 0);
  }
  return sum;
}

function tapsOf(from: number, to: number): Taps[] {
  const scale = from / to;
  return Array.from({ length: to }, (_, i) =>
    scale > 1 ? covered(i * scale, (i + 1) * scale, from) : between((i + 0.5) * scale - 0.5, from),
  );
}

/** Inputs i of [i, i + 1) that [start, end) covers. */
function covered(start: number, end: number, inputs: number): Taps {
  const first = Math.floor(start);
  // The last end may come out a rounding above the number of inputs.
  const last = Math.min(inputs, Math.ceil(end));
  const weights = Array.from({ length: last - first }, (_, i) => {
    const part = Math.min(end, first + i + 1) - Math.max(start, first + i);
    return part / (end - start);
  });
  return { first, weights };
}

/** Inputs on both sides of `position`, where input i has its centre at i. */
function between(position: number, inputs: number): Taps {
  const inside = Math.min(Math.max(position, 0), inputs - 1);
  const first = Math.floor(inside);
  const part = inside - first;
  return { first, weights: part === 0 ? [1] : [1 - part, part] };
}

/** The mask's value at the centre of each output pixel: classes cannot be averaged. */
export function resizeMask(
  mask: Uint8Array,
  from: { readonly height: number; readonly width: number },
  height: number,
  width: number,
): Uint8Array {
  const resized = new Uint8Array(height * width);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * from.height) / height) * from.width;
    for (let x = 0; x < width; x++) {
      resized[at++] = mask[row + Math.floor(((x + 0.5) * from.width) / width)] ?? 0;
    }
  }
  return resized;
}
