import * as tf from '@tensorflow/tfjs-core';
import type { LossSpec } from '../../experiment/losses/loss-spec.ts';
import type { Backend } from '../backend/backend.ts';
import type { OwnLoss } from '../own-loss.ts';
import { scoped } from '../scope.ts';
import {
  batchFactor,
  readOf,
  type Objective,
  type ObjectiveData,
  type ObjectiveSum,
} from './objective.ts';

/** A module is called for one image at a time, at about a millisecond each. */
const mostImages = 200;

/** A person's own loss, which is of a whole batch: the batch's sum is that, times its images. */
export class ModuleObjective implements Objective {
  readonly isDifferentiated = true;
  readonly kept = undefined;
  readonly #classes: number;
  readonly #labelsPerImage: number;

  constructor(
    readonly spec: LossSpec,
    readonly own: OwnLoss,
    { classes, train }: ObjectiveData,
  ) {
    this.#classes = classes;
    this.#labelsPerImage = train.labelsPerImage;
  }

  examples(labels: ArrayLike<number>): number {
    return labels.length / this.#labelsPerImage;
  }

  batchFactor(examples: number): number {
    return batchFactor(this.spec, examples);
  }

  gradient(_backend: Backend, logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor2D {
    return this.own.gradient(logits, labels);
  }

  /** A module tells of a batch as a whole. */
  reads(logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor {
    return this.own.tensor(logits, labels);
  }

  measure(value: Float32Array | undefined, labels: Uint8Array): ObjectiveSum {
    return { sum: (readOf(value)[0] ?? NaN) * this.examples(labels), each: undefined };
  }

  isKnownOfEach(images: number): boolean {
    return images <= mostImages;
  }

  /** A batch of one image each. */
  each(logits: ArrayLike<number>, labels: Uint8Array): Float64Array {
    const rows = this.#labelsPerImage;
    const size = rows * this.#classes;
    return Float64Array.from({ length: this.examples(labels) }, (_, image) => {
      const z = Float32Array.from({ length: size }, (_, i) => logits[image * size + i] ?? NaN);
      const ofImage = labels.subarray(image * rows, (image + 1) * rows);
      return scoped(() => this.own.value(tf.tensor2d(z, [rows, this.#classes]), ofImage));
    });
  }
}
