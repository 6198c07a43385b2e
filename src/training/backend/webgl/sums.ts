import type * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { run, type Program } from './program.ts';

/** Values that one invocation adds up: 16 sums of 16 each. */
const blockSize = 256;

/**
 * The sums of `term(row, i)` over blocks of the `count` values i, [rows, blocks]. Pairwise in effect: a
 * value goes through at most 32 additions a level, so that float32 keeps a sum of n values of one sign to
 * 32 ⌈log₂₅₆ n⌉ · 2⁻²⁴ of itself, and in practice to a tenth of that.
 * @param term GLSL of `float term(int row, int i)`
 */
export function blockSums(
  inputs: readonly string[],
  rows: number,
  count: number,
  term: string,
): Program {
  const code = `
    ${term}
    void main() {
      ivec2 at = getOutputCoords();
      float total = 0.0;
      for (int first = 0; first < ${blockSize}; first += 16) {
        float part = 0.0;
        for (int j = 0; j < 16; ++j) {
          int i = at.y * ${blockSize} + first + j;
          if (i < ${count}) part += term(at.x, i);
        }
        total += part;
      }
      setOutput(total);
    }`;
  return { inputs, shape: [rows, Math.ceil(count / blockSize)], code };
}

/** The sum of each row of [rows, columns], [rows, 1]. */
export function rowSums(backend: MathBackendWebGL, x: tf.Tensor): tf.Tensor {
  let sums = x;
  while ((sums.shape[1] ?? 1) > 1) {
    const [rows = 0, columns = 0] = sums.shape;
    sums = run(backend, blockSums(['x'], rows, columns, ofRow), [sums]);
  }
  return sums;
}

const ofRow = 'float term(int row, int i) { return getX(row, i); }';
