import * as tf from '@tensorflow/tfjs-core';
import type { LossSpec } from '../../experiment/losses/loss-spec.ts';
import { reductionFactor, type ImageLoss } from '../../experiment/losses/loss.ts';
import { Region } from '../../experiment/losses/region.ts';
import { RegionOp } from '../../experiment/losses/region-op.ts';
import type { Backend } from '../backend/backend.ts';
import { oneHot } from '../loss-rows.ts';
import {
  batchFactor,
  readOf,
  sumOf,
  type Objective,
  type ObjectiveData,
  type ObjectiveSum,
} from './objective.ts';

/** A loss of all pixels of an image together. */
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

  /** In double precision where the logits are at hand, and on the device where they are not. */
  gradient(backend: Backend, logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor2D {
    return backend.device ? this.#composed(logits, labels) : this.#closed(logits, labels);
  }

  #composed(logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor2D {
    const images = this.examples(labels);
    const { classes, pixels } = this.#region;
    return tf.tidy(() => {
      const z = tf.reshape<tf.Rank.R3>(logits, [images, pixels, classes]);
      const y = tf.tensor3d(oneHot(labels, classes), z.shape);
      const gradient = this.loss.gradientOp(new RegionOp(tf, z, y), this.spec.parameters);
      const factor = this.#factor * this.batchFactor(images);
      return tf.reshape<tf.Rank.R2>(tf.mul(gradient, factor), logits.shape);
    });
  }

  #closed(logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor2D {
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
