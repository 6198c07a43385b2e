import * as tf from '@tensorflow/tfjs-core';
import { image, one } from './one.ts';

const attrs = { strides: [2, 2], pad: 'valid', dataFormat: 'NHWC', dilations: [1, 1] } as const;

/**
 * Each pixel of x [batch, height, width, in] spread over 2x2 by filters [2, 2, out, in], plus bias [out]:
 * the gradient at its inputs of the convolution at stride 2 that has these filters.
 */
export function transposedConvolution(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  bias: tf.Tensor1D,
): tf.Tensor4D {
  const [batch, height, width] = x.shape;
  const inputShape: [number, number, number, number] = [batch, 2 * height, 2 * width, bias.size];
  if (tf.getBackend() !== 'wasm') {
    return tf.add(tf.conv2dTranspose(x, filter, inputShape, 2, 'valid'), bias);
  }
  const inputs = { dy: x, filter, bias };
  const y: tf.Tensor = tf.engine().runKernel('TransposedConv2D', inputs, { ...attrs, inputShape });
  return image(y);
}

tf.registerGradient({
  kernelName: 'TransposedConv2D',
  inputsToSave: ['dy', 'filter'],
  gradFunc: (gradient, [x, filter]) => {
    const [images, weights, dy] = [image(one(x)), image(one(filter)), image(one(gradient))];
    const filterInputs = { x: dy, dy: images };
    const filterAttrs = { ...attrs, filterShape: weights.shape };
    return {
      dy: () => tf.conv2d(dy, weights, 2, 'valid'),
      filter: () => tf.engine().runKernel('Conv2DBackpropFilter', filterInputs, filterAttrs),
      bias: () => tf.sum(dy, [0, 1, 2]),
    };
  },
});
