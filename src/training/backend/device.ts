import type * as tf from '@tensorflow/tfjs-core';
import type { Clipping } from '../clipping.ts';
import type { LossSums } from '../loss-rows.ts';
import type { RulerName } from '../../experiment/losses/catalogue.ts';
import type { StepSums } from '../statistics.ts';
import type { Penalties, UpdateRule } from '../update-rule.ts';
import type { Parameter } from './backend.ts';

/**
 * Something that computes beside this thread, such as a GPU. Steps are handed to it one after another and
 * nothing of them is waited for; what they give comes late, in their order.
 */
export interface Device {
  /** How many steps may be under way, so that it always has work. */
  readonly depth: number;
  /**
   * Takes a step from gradients that it has. The tensors are its own from then on no longer than the call.
   * @throws (rejects with) DeviceLostError if it is taken away before the report
   */
  step(step: DeviceStep): Promise<StepReport>;
  /** Whether it was taken away, with all that was on it. Its numbers mean nothing from then on. */
  isLost(): boolean;
  /** @throws DeviceLostError if what was read of it just now may mean nothing */
  check(): void;
}

export interface DeviceStep {
  readonly rule: UpdateRule;
  readonly moves: readonly Move[];
  /** [rows, classes], of `images` images. */
  readonly logits: tf.Tensor2D;
  readonly labels: Uint8Array;
  readonly images: number;
  /** The ruler that is also to be told of each image. */
  readonly kept: RulerName | undefined;
  /** What else is to be read, of any shapes. */
  readonly reads: readonly tf.Tensor[];
}

/** What is to be done to a parameter of the device's own. */
export interface Move {
  readonly parameter: Parameter;
  readonly gradient: tf.Tensor;
  readonly penalties: Penalties;
  /** Whether the histogram of the gradient is to be told. */
  readonly isSampled: boolean;
}

export interface StepReport {
  /** `each` is of images: the mean over the labels of each. */
  readonly rulers: LossSums;
  /** As those of the step. */
  readonly reads: readonly Float32Array[];
  /** As the moves. */
  readonly sums: readonly StepSums[];
  /** The bins of those that are sampled, in the order of the moves. */
  readonly histograms: readonly Float32Array[];
  /** Null without a limit. */
  readonly clipping: Clipping | null;
}
