import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { Move } from '../device.ts';
import { run } from './program.ts';
import { squares } from './statistics.ts';
import { rowSums } from './sums.ts';

/** [2] on the device: the factor min(1, limit/‖g‖) of `clippingOf`, and ‖g‖ over all gradients together. */
export function clip(
  backend: MathBackendWebGL,
  moves: readonly Pick<Move, 'gradient'>[],
  limit: number,
): tf.Tensor {
  const all = tf.concat(
    moves.map(({ gradient }) => squares(backend, gradient)),
    1,
  );
  const program = { inputs: ['squares'], shape: [2], code, uniforms: ['limit'] };
  return run(backend, program, [rowSums(backend, all)], { limit });
}

const code = `
  void main() {
    float norm = sqrt(getSquares(0, 0));
    setOutput(getOutputCoords() == 0 ? min(1.0, limit / norm) : norm);
  }`;
