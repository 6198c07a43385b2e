import * as tf from '@tensorflow/tfjs-core';
import type { Loss } from '../experiment/losses/loss.ts';
import type { LogitGradient } from './network.ts';

/**
 * The gradient of a batch's loss at its logits: the loss's own for each image, times `factor`, which
 * is the reduction over the classes by the number of images.
 * @param labels one-hot, [batch, classes] row by row
 */
export function lossGradient(loss: Loss, labels: Float32Array, factor: number): LogitGradient {
  return (logits) => {
    const y = tf.tensor2d(labels, logits.shape);
    return tf.mul(loss.gradientOp(tf, logits, y), factor);
  };
}
