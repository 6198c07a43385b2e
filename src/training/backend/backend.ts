import type * as tf from '@tensorflow/tfjs-core';
import type { RulerName } from '../../experiment/losses/catalogue.ts';
import type { Message } from '../../l10n.ts';
import type { LossSums } from '../loss-rows.ts';
import type { StepSums } from '../statistics.ts';
import type { Adjustment, Rule } from '../update-rule.ts';
import type { Device } from './device.ts';

/** What computes: tfjs on one of its backends, and what training needs that tfjs has not. */
export interface Backend {
  /** As `RunSetting.backend` says it. */
  readonly name: 'wasm' | 'cpu' | 'webgl';
  /** Why this is not the fast one, where it is not. */
  readonly notice?: Message;
  /** What computes beside this thread; without it, all that is asked of the backend is there at once. */
  readonly device?: Device;
  /**
   * Gives a backend to go on with where the device was lost: one like this if it can be had, and on the
   * processor if not, or if this one was lost before it did anything.
   */
  readonly renew?: (wasInVain: boolean) => Promise<Backend>;
  /** Makes it the one that tfjs's operations run on, until another is. */
  activate(): Promise<void>;
  /** A tensor to be trained; `slots` is how many numbers the optimizer keeps for each element. */
  parameter(values: Float32Array, shape: readonly number[], slots: number): Parameter;
  /** A moving average of [count] values. */
  average(count: number, value: number): Average;
  /** The gradient of a ruler's sum over classes at the logits [rows, classes], times `factor`. */
  lossGradient(
    name: RulerName,
    logits: tf.Tensor2D,
    labels: Uint8Array,
    factor: number,
  ): tf.Tensor2D;
  /** @param kept the ruler that is also told of each row */
  measureLosses(logits: tf.Tensor2D, labels: Uint8Array, kept?: RulerName): LossSums;
  /** How many threads may compute from now on; the numbers are the same with any. */
  setThreads(count: number): void;
}

export interface Parameter {
  /** The current values; a step may change them in place or make a new tensor. */
  readonly tensor: tf.Tensor;
  /** The sums are of the gradient as it is given; unless told, nothing adjusts it for the rule. */
  step(gradient: tf.Tensor, rule: Rule, adjustment?: Adjustment): StepSums;
  /** Σg² in float64, the same with any number of threads. */
  gradientSquares(gradient: tf.Tensor): number;
  /** Adds the gradient's values to a signed logarithmic histogram: see `Histogram`. */
  addToHistogram(gradient: tf.Tensor, bins: Float64Array): void;
  /** Copies of the values, then of each slot. */
  save(): Float32Array[];
  /** Takes on what `save` gave, of the same size. */
  restore(arrays: readonly Float32Array[]): void;
  dispose(): void;
}

export interface Average {
  readonly tensor: tf.Tensor1D;
  /** average ← decay · average + (1 − decay) · factor · values */
  update(values: tf.Tensor, decay: number, factor: number): void;
  /** A copy of the values, alone in an array as those of a parameter are. */
  save(): Float32Array[];
  restore(arrays: readonly Float32Array[]): void;
  dispose(): void;
}
