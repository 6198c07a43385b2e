import * as tf from '@tensorflow/tfjs-core';
import { one } from './one.ts';

/** Added to the variance, as in PyTorch. */
export const epsilon = 1e-5;

export interface BatchNormInputs {
  /** [rows…, channels] */
  readonly x: tf.Tensor;
  /** Scale and shift, [channels]. */
  readonly gamma: tf.Tensor;
  readonly beta: tf.Tensor;
  /** Of x's shape: the shortcut that is added before ReLU. */
  readonly plus?: tf.Tensor;
}

/** The outputs, and the moments of the batch that they were normalised by. */
export interface BatchNormOutputs {
  readonly y: tf.Tensor;
  /** [channels] */
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
}

/** y = γ (x − mean)/√(variance + ε) + β, plus the shortcut, ReLU if asked for; by the batch's moments. */
export function batchNormTraining(inputs: BatchNormInputs, relu: boolean): BatchNormOutputs {
  if (tf.getBackend() !== 'wasm') return composed(inputs, relu);
  const outputs: tf.Tensor[] = tf
    .engine()
    .runKernel(
      'BatchNormTraining',
      { ...inputs },
      { epsilon, relu, plus: inputs.plus !== undefined },
    );
  return { y: one(outputs[0]), mean: one(outputs[1]), variance: one(outputs[2]) };
}

/** The same by moments that were learnt. */
export function batchNormInference(
  inputs: BatchNormInputs,
  mean: tf.Tensor,
  variance: tf.Tensor,
  relu: boolean,
): tf.Tensor {
  if (tf.getBackend() !== 'wasm') return normalise(inputs, mean, variance, relu);
  const tensors = { ...inputs, mean, variance };
  return tf.engine().runKernel('BatchNormInference', tensors, { epsilon, relu });
}

function composed(inputs: BatchNormInputs, relu: boolean): BatchNormOutputs {
  const axes = inputs.x.shape.slice(0, -1).map((_, axis) => axis);
  const { mean, variance } = tf.moments(inputs.x, axes);
  return { y: normalise(inputs, mean, variance, relu), mean, variance };
}

function normalise(
  { x, gamma, beta, plus }: BatchNormInputs,
  mean: tf.Tensor,
  variance: tf.Tensor,
  relu: boolean,
): tf.Tensor {
  const scale = tf.div(gamma, tf.sqrt(tf.add(variance, epsilon)));
  const z = tf.add(tf.mul(tf.sub(x, mean), scale), beta);
  const sum = plus ? tf.add(z, plus) : z;
  return relu ? tf.relu(sum) : sum;
}

tf.registerGradient({
  kernelName: 'BatchNormTraining',
  inputsToSave: ['x', 'gamma'],
  outputsToSave: [true, true, true],
  gradFunc: (dys, [x, gamma, y, mean, variance], attrs) => {
    const hasPlus = attrs['plus'] === true;
    const dy = Array.isArray(dys) ? one(dys[0]) : dys;
    const inputs: tf.NamedTensorMap = {
      x: one(x),
      dy,
      mean: one(mean),
      variance: one(variance),
      gamma: one(gamma),
      ...(attrs['relu'] === true && { y: one(y) }),
    };
    const outputs: tf.Tensor[] = tf.engine().runKernel('BatchNormTrainingGrad', inputs, attrs);
    const [dx, dGamma, dBeta, dPlus] = outputs;
    return {
      x: () => one(dx),
      gamma: () => one(dGamma),
      beta: () => one(dBeta),
      ...(hasPlus && { plus: () => one(dPlus) }),
    };
  },
});
