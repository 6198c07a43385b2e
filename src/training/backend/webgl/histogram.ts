import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { binCount } from '../../../run/histogram.ts';
import { run, type Program } from './program.ts';
import { rowSums } from './sums.ts';

/** Values that one invocation looks at. */
const chunkSize = 1024;

/**
 * How many values lie in each of the 512 bins of `run/histogram.ts`, [512] on the device; the counts are
 * exact below 2²⁴. A fragment program cannot scatter, so each bin looks for its values itself, but in those
 * chunks alone whose exponents reach it: gradients keep to some twenty of the 256.
 */
export function histogram(backend: MathBackendWebGL, gradient: tf.Tensor): tf.Tensor {
  const count = gradient.size;
  const flat = tf.reshape(gradient, [count]);
  const chunks = Math.ceil(count / chunkSize);
  const ranges = run(backend, rangesOf(count, chunks), [flat]);
  return rowSums(backend, run(backend, countsOf(count, chunks), [flat, ranges]));
}

/** 256 · (value < 0) + the bits of the exponent: `binOf` of run/histogram.ts. */
const binOf = 'int binOf(float value) { return int(floatBitsToUint(value) >> 23); }';

/** [chunks, 2]: the lowest and the highest exponent of a chunk. */
function rangesOf(count: number, chunks: number): Program {
  const code = `
    ${binOf}
    void main() {
      ivec2 at = getOutputCoords();
      int result = at.y == 0 ? 255 : 0;
      int first = at.x * ${chunkSize};
      int end = min(first + ${chunkSize}, ${count});
      for (int i = first; i < end; ++i) {
        int exponent = binOf(getGradient(i)) & 255;
        result = at.y == 0 ? min(result, exponent) : max(result, exponent);
      }
      setOutput(float(result));
    }`;
  return { inputs: ['gradient'], shape: [chunks, 2], code };
}

/** [512, chunks] */
function countsOf(count: number, chunks: number): Program {
  const code = `
    ${binOf}
    void main() {
      ivec2 at = getOutputCoords();
      float exponent = float(at.x & 255);
      float total = 0.0;
      if (exponent >= getRanges(at.y, 0) && exponent <= getRanges(at.y, 1)) {
        int first = at.y * ${chunkSize};
        int end = min(first + ${chunkSize}, ${count});
        for (int i = first; i < end; ++i) {
          if (binOf(getGradient(i)) == at.x) total += 1.0;
        }
      }
      setOutput(total);
    }`;
  return { inputs: ['gradient', 'ranges'], shape: [binCount, chunks], code };
}
