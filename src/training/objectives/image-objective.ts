import * as tf from '@tensorflow/tfjs-core';
import type { LossSpec } from '../../experiment/losses/loss-spec.ts';
import { reductionFactor, type ImageLoss } from '../../experiment/losses/loss.ts';
import { Region } from '../../experiment/losses/region.ts';
import type { Backend } from '../backend/backend.ts';
import {
  batchFactor,
  readOf,
  sumOf,
  type Objective,
  type ObjectiveData,
  type ObjectiveSum,
} from './objective.ts';

/** A loss of all pixels of an image together, by its closed form in double precision. */
export class ImageObjective implements Objective {
  readonly isDifferentiated = false;
  readonly kept = undefined;
  readonly #factor: number;
  readonly #region: Region;

  constructor(
    readonly spec: LossSpec,
    readonly loss: ImageLoss,
    { classes, train }: ObjectiveData,
  ) {
    this.#factor = reductionFactor(spec.reduction, classes);
    this.#region = new Region(classes, train.labelsPerImage);
  }

  examples(labels: ArrayLike<number>): number {
    return labels.length / this.#region.pixels;
  }

  batchFactor(examples: number): number {
    return batchFactor(this.spec, examples);
  }

  gradient(_backend: Backend, logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor2D {
    const z = logits.dataSync<'float32'>();
    const images = this.examples(labels);
    const factor = this.#factor * this.batchFactor(images);
    const gradient = new Float32Array(z.length);
    for (let image = 0; image < images; image++) {
      const region = this.#region.fill(z, labels, image);
      const ofImage = this.loss.gradient(region, this.spec.parameters);
      const start = image * ofImage.length;
      ofImage.forEach((g, i) => (gradient[start + i] = factor * g));
    }
    return tf.tensor2d(gradient, logits.shape);
  }

  reads(logits: tf.Tensor2D): tf.Tensor {
    return logits;
  }

  measure(logits: Float32Array | undefined, labels: Uint8Array): ObjectiveSum {
    return sumOf(this.each(readOf(logits), labels));
  }

  isKnownOfEach(): boolean {
    return true;
  }

  each(logits: ArrayLike<number>, labels: Uint8Array): Float64Array {
    return Float64Array.from({ length: this.examples(labels) }, (_, image) => {
      const region = this.#region.fill(logits, labels, image);
      return this.#factor * this.loss.value(region, this.spec.parameters);
    });
  }
}
