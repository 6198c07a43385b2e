import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { binCount } from '../../../run/histogram.ts';
import { run, type Program } from './program.ts';
import { blockBounds, blocksOf, quadSums } from './sums.ts';

/** 256 · (value < 0) + the bits of the exponent: `binOf` of run/histogram.ts. */
const binOf = 'int binOf(float value) { return int(floatBitsToUint(value) >> 23); }';

/**
 * How many values lie in each of the 512 bins of `run/histogram.ts`, [512, 1] on the device; the counts are
 * exact below 2²⁴. A fragment program cannot scatter, so every four bins look for their values themselves, but
 * in those blocks alone whose exponents reach them: gradients keep to some twenty of the 256.
 */
export function histogram(backend: MathBackendWebGL, gradient: tf.Tensor): tf.Tensor {
  const count = gradient.size;
  const flat = tf.reshape(gradient, [count]);
  const ranges = run(backend, rangesOf(count), [flat]);
  const inputs = ['gradient', 'ranges'];
  const bins = { inputs, quads: binCount / 4, count, term: counts, isEmpty };
  return quadSums(backend, bins, [flat, ranges]);
}

const counts = `
  ${binOf}
  vec4 term(int quad, int i) {
    return vec4(equal(ivec4(binOf(getGradient(i)) - 4 * quad), ivec4(0, 1, 2, 3)));
  }`;

const isEmpty = `
  bool isEmpty(int quad, int block) {
    int lowest = (4 * quad) & 255;
    return float(lowest + 3) < getRanges(block, 0) || float(lowest) > getRanges(block, 1);
  }`;

/** [blocks, 2]: the lowest and the highest exponent of a block. */
function rangesOf(count: number): Program {
  const code = `
    ${binOf}
    void main() {
      ivec2 at = getOutputCoords();
      int block = at.x;
      ${blockBounds(count)}
      int result = at.y == 0 ? 255 : 0;
      for (int i = first; i < end; ++i) {
        int exponent = binOf(getGradient(i)) & 255;
        result = at.y == 0 ? min(result, exponent) : max(result, exponent);
      }
      setOutput(float(result));
    }`;
  return { inputs: ['gradient'], shape: [blocksOf(count), 2], code };
}
