import type * as tf from '@tensorflow/tfjs-core';
import type { Ops } from '../losses/loss.ts';
import type { LayerWeights } from './model.ts';

type Activate = (x: tf.Tensor2D) => tf.Tensor2D;

/** A chain of dense layers with an activation after all but the last: [batch, fanIn] to the logits. */
export function denseLogits(
  ops: Ops,
  images: tf.Tensor2D,
  layers: readonly LayerWeights[],
  activate: Activate,
): tf.Tensor2D {
  return layers.reduce((x, { weights, bias }, index) => {
    const z = ops.add<tf.Tensor2D>(ops.matMul(x, weights), bias);
    return index === layers.length - 1 ? z : activate(z);
  }, images);
}
