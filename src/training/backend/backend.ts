import type * as tf from '@tensorflow/tfjs-core';
import type { StepSums } from '../statistics.ts';
import type { UpdateRule } from '../update-rule.ts';

/** What computes: tfjs on one of its backends, and the optimizer's step there. */
export interface Backend {
  /** As `RunSetting.backend` says it. */
  readonly name: 'wasm' | 'cpu';
  /** Makes it the one that tfjs's operations run on, until another is. */
  activate(): Promise<void>;
  /** A tensor to be trained; `slots` is how many numbers the optimizer keeps for each element. */
  parameter<R extends tf.Rank>(
    values: Float32Array,
    shape: tf.ShapeMap[R],
    slots: number,
  ): Parameter<R>;
}

export interface Parameter<R extends tf.Rank = tf.Rank> {
  /** The current values. Each step makes a new tensor and disposes the last. */
  readonly tensor: tf.Tensor<R>;
  step(gradient: tf.Tensor, rule: UpdateRule): StepSums;
  dispose(): void;
}
