import type * as tf from '@tensorflow/tfjs-core';
import type { LabelledImages } from '../../experiment/datasets/dataset.ts';
import type { RulerName } from '../../experiment/losses/catalogue.ts';
import type { LossSpec } from '../../experiment/losses/loss-spec.ts';
import type { Backend } from '../backend/backend.ts';
import type { LossSums } from '../loss-rows.ts';

/**
 * What a training goes down: its loss, reduced over the classes, weighted by class, as the mean or the
 * sum over the examples of a batch. An example is a label, or an image for a loss of whole images.
 */
export interface Objective {
  readonly spec: LossSpec;
  /** Whether tfjs has to find the gradient, which it can't do within a gradient that is given. */
  readonly isDifferentiated: boolean;
  /** How many examples some labels are. */
  examples(labels: ArrayLike<number>): number;
  /** What the sum over a batch's examples is multiplied with to be the batch's objective. */
  batchFactor(examples: number): number;
  /** The gradient of a batch's objective at its logits [labels, classes]. */
  gradient(backend: Backend, logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor2D;
  /** The ruler that it wants to be told of each label when it measures; undefined for none. */
  readonly kept: RulerName | undefined;
  /** What it has to read of a batch to measure it, besides what the rulers say; undefined if nothing. */
  reads(logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor | undefined;
  /**
   * The objective of some examples.
   * @param read the values of what `reads` gave
   * @param rulers what the rulers say of the examples, and of each what `kept` does
   */
  measure(read: Float32Array | undefined, labels: Uint8Array, rulers: LossSums): ObjectiveSum;
  /** Whether `each` takes no longer than all the rest, for a validation set of so many images. */
  isKnownOfEach(images: number): boolean;
  /** The objective of each example. @param logits [labels.length, classes] row by row */
  each(logits: ArrayLike<number>, labels: Uint8Array): Float64Array;
}

export interface ObjectiveSum {
  /** Over the examples. */
  readonly sum: number;
  /** Of each example, or the mean of those of each image; undefined where that would take longer than the sum. */
  readonly each: Float64Array | undefined;
}

export function sumOf(each: Float64Array): ObjectiveSum {
  return { sum: each.reduce((sum, value) => sum + value, 0), each };
}

/** What an objective needs to know of the data. */
export interface ObjectiveData {
  readonly classes: number;
  readonly train: Pick<LabelledImages, 'labels' | 'labelsPerImage'>;
}

/** What was read, where something is. */
export function readOf(read: Float32Array | undefined): Float32Array {
  if (read) return read;
  throw new Error('The objective was not given what it reads');
}

export function batchFactor({ batch }: LossSpec, examples: number): number {
  return batch === 'sum' ? 1 : 1 / examples;
}
