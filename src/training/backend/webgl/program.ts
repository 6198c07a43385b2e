import * as tf from '@tensorflow/tfjs-core';
import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** A fragment program of tfjs, which computes one output tensor of its inputs. */
export interface Program {
  /** Of the inputs; the code reads `x` by `getX(row, column)` or, at the output's place, `getXAtOutCoords()`. */
  readonly inputs: readonly string[];
  readonly shape: readonly number[];
  /** GLSL ES 3.00 with a `main` that calls `setOutput`. */
  readonly code: string;
  /** Names of float uniforms. */
  readonly uniforms?: readonly string[];
}

/** Runs a program; the tensor belongs to the scope that it is called in, and to no gradient tape. */
export function run(
  backend: MathBackendWebGL,
  { inputs, shape, code, uniforms = [] }: Program,
  tensors: readonly tf.Tensor[],
  values: Readonly<Record<string, number>> = {},
): tf.Tensor {
  const program: GPGPUProgram = {
    variableNames: [...inputs],
    outputShape: [...shape],
    userCode: code,
    customUniforms: uniforms.map((name) => ({ name, type: 'float' })),
  };
  const numbers = uniforms.map((name) => [values[name] ?? NaN]);
  const info = backend.compileAndRun(program, [...tensors], 'float32', numbers);
  return tf.engine().makeTensorFromTensorInfo(info, backend);
}
