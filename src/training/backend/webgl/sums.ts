import type * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { run, type Program } from './program.ts';

/** Values that one invocation adds up: 16 sums of 16 each. */
const blockSize = 256;

/**
 * Adds up `code` over blocks of `count` values. Pairwise in effect: a value goes through at most 32 additions
 * a level, so that float32 keeps a sum of n values of one sign to 32 ⌈log₂₅₆ n⌉ · 2⁻²⁴ of itself, and in
 * practice to a tenth of that.
 */
const additions = (type: 'float' | 'vec4', count: number): string => `
  ${type} additions(int which, int block) {
    ${type} total = ${type}(0.0);
    for (int first = block * ${blockSize}; first < (block + 1) * ${blockSize}; first += 16) {
      ${type} part = ${type}(0.0);
      for (int i = first; i < min(first + 16, ${count}); ++i) part += term(which, i);
      total += part;
    }
    return total;
  }`;

/** The sum of each row of [rows, columns], [rows, 1]. */
export function rowSums(backend: MathBackendWebGL, x: tf.Tensor): tf.Tensor {
  const ofRow = 'float term(int row, int i) { return getX(row, i); }';
  let sums = x;
  while ((sums.shape[1] ?? 1) > 1) {
    const [rows = 0, columns = 0] = sums.shape;
    sums = run(backend, blockSums(rows, columns, ofRow), [sums]);
  }
  return sums;
}

/** Sums that are taken four at a time, since a texel has four numbers. */
export interface Quads {
  readonly inputs: readonly string[];
  /** How many fours. */
  readonly quads: number;
  /** Of how many values, read by their index. */
  readonly count: number;
  /** GLSL of `vec4 term(int quad, int i)`. */
  readonly term: string;
  /** GLSL of `bool isEmpty(int quad, int block)`: whether a block of 256 has nothing for a four. */
  readonly isEmpty?: string;
}

/** [4 · quads, 1] */
export function quadSums(
  backend: MathBackendWebGL,
  { inputs, quads, count, term, isEmpty }: Quads,
  tensors: readonly tf.Tensor[],
): tf.Tensor {
  const blocks = blocksOf(count);
  const code = `
    ${term}
    ${isEmpty ?? 'bool isEmpty(int quad, int block) { return false; }'}
    ${additions('vec4', count)}
    void main() {
      ivec2 at = getOutputCoords() / 2;
      setOutput(isEmpty(at.x, at.y) ? vec4(0.0) : additions(at.x, at.y));
    }`;
  // A texel of tfjs's packed textures is two rows of two columns.
  const shape = [2 * quads, 2 * blocks];
  const packed = run(backend, { inputs, shape, code, isPacked: true }, tensors);
  const ofQuad = `
    float term(int row, int i) { return getX(2 * (row / 4) + (row % 4) / 2, 2 * i + row % 2); }`;
  return rowSums(backend, run(backend, blockSums(4 * quads, blocks, ofQuad), [packed]));
}

/** Blocks of that many values. */
export const blocksOf = (count: number): number => Math.ceil(count / blockSize);

/** GLSL of the values of a block, from `first` to before `end`. */
export const blockBounds = (count: number): string => `
  int first = block * ${blockSize};
  int end = min(first + ${blockSize}, ${count});`;

/** [rows, blocks] of `x`. @param term GLSL of `float term(int row, int i)` */
function blockSums(rows: number, count: number, term: string): Program {
  const code = `
    ${term}
    ${additions('float', count)}
    void main() {
      ivec2 at = getOutputCoords();
      setOutput(additions(at.x, at.y));
    }`;
  return { inputs: ['x'], shape: [rows, blocksOf(count)], code };
}
