import type * as tf from '@tensorflow/tfjs-core';
import type { Ops } from './loss.ts';

/** `Region` for the images of a batch together, on the device: B images of N pixels in K classes. */
export class RegionOp {
  /** Softmax and one-hot labels, [B, N, K]. */
  readonly probabilities: tf.Tensor;
  readonly labels: tf.Tensor;
  /** Of the image and class, [B, 1, K]: Σpy, Σp and Σy. */
  readonly common: tf.Tensor;
  readonly predicted: tf.Tensor;
  readonly actual: tf.Tensor;

  /** @param logits and one-hot labels, [B, N, K] */
  constructor(
    readonly ops: Ops,
    logits: tf.Tensor3D,
    labels: tf.Tensor3D,
  ) {
    this.probabilities = ops.softmax(logits);
    this.labels = labels;
    this.common = ops.sum(ops.mul(this.probabilities, labels), 1, true);
    this.predicted = ops.sum(this.probabilities, 1, true);
    this.actual = ops.sum(labels, 1, true);
  }

  /** As of `Region`, from derivatives [B, 1, K] to [B, N, K]. */
  gradientOf(byCommon: tf.Tensor, byPredicted: tf.Tensor): tf.Tensor {
    const { ops, probabilities } = this;
    const g = ops.add(ops.mul(this.labels, byCommon), byPredicted);
    const mean = ops.sum(ops.mul(probabilities, g), -1, true);
    return ops.mul(probabilities, ops.sub(g, mean));
  }
}
