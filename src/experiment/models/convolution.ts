import type * as tf from '@tensorflow/tfjs-core';
import type { Ops } from '../losses/loss.ts';
import type { Initializer, LayerSpec, LayerWeights } from './model.ts';

/** A convolution by `size` by `size` filters. */
export function convolutionLayer(
  name: string,
  size: number,
  from: number,
  to: number,
  initializer: Initializer,
): LayerSpec {
  const shape: [number, number, number, number] = [size, size, from, to];
  const fan = (channels: number): number => size * size * channels;
  return { name, shape, units: to, fanIn: fan(from), fanOut: fan(to), initializer };
}

/**
 * ReLU(x ∗ weights + bias) at stride 1 with zeros around x, [batch, height, width, units]. One kernel of
 * tfjs's: its operation of the same name fuses no ReLU while gradients are taken.
 */
export function convolutionRelu(
  ops: Ops,
  x: tf.Tensor4D,
  { weights, bias }: LayerWeights,
): tf.Tensor4D {
  return ops.engine().runKernel(
    'FusedConv2D',
    { x, filter: weights, bias },
    {
      strides: [1, 1],
      dilations: [1, 1],
      pad: 'same',
      dataFormat: 'NHWC',
      activation: 'relu',
    },
  );
}
