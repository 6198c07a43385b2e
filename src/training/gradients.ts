import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';

/*
 * Gradients that tfjs lacks or takes three passes for, on every backend. tfjs's own gradient of a
 * fused convolution does not fuse ReLU while it trains, and computes dx even where nobody wants it: at
 * the images.
 */

tf.registerGradient({
  kernelName: 'Relu',
  outputsToSave: [true],
  gradFunc: (dy, [y]) => ({ x: () => reluGradient(one(dy), one(y)) }),
});

tf.registerGradient({
  kernelName: 'FusedConv2D',
  inputsToSave: ['x', 'filter'],
  outputsToSave: [true],
  gradFunc: (dy, [x, filter, y], attrs) => {
    const [images, weights] = [one(x), one(filter)];
    const isRelu = attrs['activation'] === 'relu';
    // Now and not when first asked for: tfjs frees what is made within one input's gradient.
    const dz = isRelu ? reluGradient(one(dy), one(y)) : one(dy);
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

/** dy where y = max(x, 0) is above 0. */
function reluGradient(dy: tf.Tensor, y: tf.Tensor): tf.Tensor {
  if (tf.getBackend() !== 'wasm') return tf.mul(dy, tf.step(y));
  return tf.engine().runKernel('ReluGrad', { y, dy });
}

function one(tensor: tf.Tensor | tf.Tensor[] | undefined): tf.Tensor {
  if (tensor instanceof tf.Tensor) return tensor;
  throw new Error('A gradient takes one tensor');
}
