import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import './batch-norm.ts';
import './transposed-convolution.ts';
import { one } from './one.ts';

/*
 * Gradients that tfjs lacks or takes several passes for, on every backend. Those of its fused operations
 * fuse no ReLU while they train, and compute dx even where nobody wants it: at the images.
 */

for (const kernelName of ['Relu', 'Sigmoid', 'Tanh'] as const) {
  tf.registerGradient({
    kernelName,
    outputsToSave: [true],
    gradFunc: (dy, [y]) => ({ x: () => activationGradient(kernelName, one(dy), one(y)) }),
  });
}

tf.registerGradient({
  kernelName: 'FusedConv2D',
  inputsToSave: ['x', 'filter'],
  outputsToSave: [true],
  gradFunc: (dy, [x, filter, y], attrs) => {
    const [images, weights] = [one(x), one(filter)];
    const dz = beforeActivation(one(dy), one(y), attrs);
    const run = (name: string, inputs: tf.NamedTensorMap, shape: tf.NamedAttrMap): tf.Tensor =>
      tf.engine().runKernel(name, inputs, { ...attrs, ...shape });
    return {
      x: () =>
        run('Conv2DBackpropInput', { dy: dz, filter: weights }, { inputShape: images.shape }),
      filter: () =>
        run('Conv2DBackpropFilter', { x: images, dy: dz }, { filterShape: weights.shape }),
      bias: () => tf.sum(dz, [0, 1, 2]),
    };
  },
});

tf.registerGradient({
  kernelName: '_FusedMatMul',
  inputsToSave: ['a', 'b'],
  outputsToSave: [true],
  gradFunc: (dy, [a, b, y], attrs) => {
    const [rows, weights] = [one(a), one(b)];
    const dz = beforeActivation(one(dy), one(y), attrs);
    return {
      a: () => tf.matMul(dz, weights, false, true),
      b: () => tf.matMul(rows, dz, true, false),
      bias: () => tf.sum(dz, 0),
    };
  },
});

/**
 * The gradient before a fused activation. It is computed now and not when first asked for: tfjs frees
 * what is made within one input's gradient.
 */
function beforeActivation(dy: tf.Tensor, y: tf.Tensor, attrs: tf.NamedAttrMap): tf.Tensor {
  return attrs['activation'] === 'relu' ? activationGradient('Relu', dy, y) : dy;
}

/** dy · f'(x), which follows from y = f(x) alone: see kernels/activations.ts. */
function activationGradient(
  name: 'Relu' | 'Sigmoid' | 'Tanh',
  dy: tf.Tensor,
  y: tf.Tensor,
): tf.Tensor {
  if (tf.getBackend() === 'wasm') return tf.engine().runKernel(`${name}Grad`, { y, dy });
  switch (name) {
    case 'Relu':
      return tf.mul(dy, tf.step(y));
    case 'Sigmoid':
      return tf.mul(dy, tf.mul(y, tf.sub(1, y)));
    case 'Tanh':
      return tf.mul(dy, tf.sub(1, tf.square(y)));
  }
}
