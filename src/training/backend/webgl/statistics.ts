import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { StepSums } from '../../statistics.ts';
import { run } from './program.ts';
import { blockSums, rowSums } from './sums.ts';

/** Of a parameter, in their order: see `terms`. */
export const sumsOfParameter = 7;

/** What gradients are multiplied or divided with, so that their squares are no zeros and not infinite. */
const scale = 2 ** 60;
/** Σg² is trusted above this mean, of float32 squares. */
const smallestMeanSquare = 1e-28;

const terms = `
  float term(int row, int i) {
    if (row == 3) { float w = getBefore(i); return w * w; }
    if (row == 4) { float d = getAfter(i) - getBefore(i); return d * d; }
    float g = getGradient(i);
    if (row == 0) return g;
    if (row == 2) return g == 0.0 ? 1.0 : 0.0;
    if (row == 5) g *= ${scale}.0;
    if (row == 6) g /= ${scale}.0;
    return g * g;
  }`;

/** What a step tells of a parameter, [7, 1] on the device; each tensor of the parameter's size. */
export function stepSums(
  backend: MathBackendWebGL,
  gradient: tf.Tensor,
  before: tf.Tensor,
  after: tf.Tensor,
): tf.Tensor {
  const count = gradient.size;
  const program = blockSums(['gradient', 'before', 'after'], sumsOfParameter, count, terms);
  const flat = [gradient, before, after].map((tensor) => tf.reshape(tensor, [count]));
  return rowSums(backend, run(backend, program, flat));
}

/** Σg², [1, 1] on the device. */
export function squares(backend: MathBackendWebGL, gradient: tf.Tensor): tf.Tensor {
  const term = 'float term(int row, int i) { float g = getGradient(i); return g * g; }';
  const program = blockSums(['gradient'], 1, gradient.size, term);
  return rowSums(backend, run(backend, program, [tf.reshape(gradient, [gradient.size])]));
}

/** The numbers read back. */
export function readSums(count: number, sums: ArrayLike<number>): StepSums {
  const at = (index: number): number => sums[index] ?? NaN;
  const isTooSmall = at(1) < smallestMeanSquare * count;
  const squares = Number.isFinite(at(1)) ? at(1) : at(6) * scale ** 2;
  return {
    count,
    gradient: at(0),
    gradientSquares: isTooSmall ? at(5) / scale ** 2 : squares,
    gradientZeros: at(2),
    weightSquares: at(3),
    stepSquares: at(4),
  };
}
