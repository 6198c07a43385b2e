import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { StepSums } from '../../statistics.ts';
import { quadSums, rowSums } from './sums.ts';

/** Numbers that tell of a parameter: two fours, of which the last is nothing. */
export const sumsOfParameter = 8;

/** What gradients are multiplied or divided with, so that their squares are no zeros and not infinite. */
const scale = 2 ** 60;
/** Σg² is trusted above this mean, of float32 squares. */
const smallestMeanSquare = 1e-28;

const terms = `
  vec4 term(int quad, int i) {
    float g = getGradient(i);
    if (quad == 0) {
      float large = g * ${scale}.0;
      return vec4(g, g * g, g == 0.0 ? 1.0 : 0.0, large * large);
    }
    float w = getBefore(i);
    float d = getAfter(i) - w;
    float small = g / ${scale}.0;
    return vec4(w * w, d * d, small * small, 0.0);
  }`;

/** What a step tells of a parameter, [8, 1] on the device; each tensor of the parameter's size. */
export function stepSums(
  backend: MathBackendWebGL,
  gradient: tf.Tensor,
  before: tf.Tensor,
  after: tf.Tensor,
): tf.Tensor {
  const count = gradient.size;
  const flat = [gradient, before, after].map((tensor) => tf.reshape(tensor, [count]));
  const inputs = ['gradient', 'before', 'after'];
  return quadSums(backend, { inputs, quads: 2, count, term: terms }, flat);
}

/** Σg², [1, 1] on the device. */
export function squares(backend: MathBackendWebGL, gradient: tf.Tensor): tf.Tensor {
  const flat = tf.reshape(gradient, [1, gradient.size]);
  return rowSums(backend, tf.square(flat));
}

/** The numbers read back. */
export function readSums(count: number, sums: ArrayLike<number>): StepSums {
  const at = (index: number): number => sums[index] ?? NaN;
  const isTooSmall = at(1) < smallestMeanSquare * count;
  const squares = Number.isFinite(at(1)) ? at(1) : at(6) * scale ** 2;
  return {
    count,
    gradient: at(0),
    gradientSquares: isTooSmall ? at(3) / scale ** 2 : squares,
    gradientZeros: at(2),
    weightSquares: at(4),
    stepSquares: at(5),
  };
}
