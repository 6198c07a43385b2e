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
  /** Whether it gives four numbers at a time: two rows of two columns. */
  readonly isPacked?: boolean;
}

/** Runs a program; the tensor belongs to the scope that it is called in, and to no gradient tape. */
export function run(
  backend: MathBackendWebGL,
  { inputs, shape, code, uniforms = [], isPacked = false }: Program,
  tensors: readonly tf.Tensor[],
  values: Readonly<Record<string, number>> = {},
): tf.Tensor {
  const program: GPGPUProgram = {
    variableNames: [...inputs],
    outputShape: [...shape],
    userCode: code,
    packedInputs: false,
    packedOutput: isPacked,
    customUniforms: uniforms.map((name) => ({ name, type: 'float' })),
  };
  const numbers = uniforms.map((name) => [values[name] ?? NaN]);
  const info = backend.compileAndRun(program, [...tensors], 'float32', numbers);
  return tf.engine().makeTensorFromTensorInfo(info, backend);
}

/** The same values as one number a texel, which tfjs would otherwise make anew for each program that reads it. */
export function unpacked(backend: MathBackendWebGL, x: tf.Tensor): tf.Tensor {
  if (!backend.getDataInfo(x.dataId).isPacked) return x;
  return tf.engine().makeTensorFromTensorInfo(backend.unpackTensor(x), backend);
}
