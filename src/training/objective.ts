import * as tf from '@tensorflow/tfjs-core';
import type { LabelledImages } from '../experiment/datasets/dataset.ts';
import { isRuler, losses, rulerNames } from '../experiment/losses/catalogue.ts';
import { unusualParameters, type LossSpec } from '../experiment/losses/loss-spec.ts';
import {
  reductionFactor,
  type FormulaLoss,
  type ImageLoss,
  type LabelLoss,
} from '../experiment/losses/loss.ts';
import { Prediction } from '../experiment/losses/prediction.ts';
import { Region } from '../experiment/losses/region.ts';
import type { OwnLoss } from './own-loss.ts';
import type { Backend } from './backend/backend.ts';
import { classWeightsOf } from './class-weights.ts';
import { composedLossGradient, type LossSums } from './loss-rows.ts';
import { scoped } from './scope.ts';

/** A module is called for one image at a time, at about a millisecond each. */
const mostOwnExamples = 200;

/** What an objective needs to know of the data. */
export interface ObjectiveData {
  readonly classes: number;
  readonly train: Pick<LabelledImages, 'labels' | 'labelsPerImage'>;
}

/**
 * What a training goes down: its loss, reduced over the classes, weighted by class, as the mean or the
 * sum over a batch. An example is a label, or an image for a loss of whole regions. A module's loss is
 * of a whole batch; the batch's sum is that, times its images.
 */
export class Objective {
  readonly #factor: number;
  readonly #classes: number;
  readonly #labelsPerImage: number;
  readonly #weights: Float64Array | undefined;
  readonly #own: OwnLoss | undefined;

  /** @param own the loss of the spec's module, if it names one */
  constructor(
    readonly spec: LossSpec,
    { classes, train }: ObjectiveData,
    own?: OwnLoss,
  ) {
    if ((spec.name === 'own') !== (own !== undefined)) throw new Error('A module that is not told');
    this.#own = own;
    this.#classes = classes;
    this.#factor = reductionFactor(spec.reduction, classes);
    this.#labelsPerImage = train.labelsPerImage;
    this.#weights = classWeightsOf(spec.classWeights, train.labels, classes);
  }

  /** How many examples some labels are. */
  examples(labels: ArrayLike<number>): number {
    const { scope } = losses[this.spec.name];
    return scope === 'label' ? labels.length : labels.length / this.#labelsPerImage;
  }

  /** What the sum over a batch's examples is multiplied with to be the batch's objective. */
  batchFactor(examples: number): number {
    return this.spec.batch === 'sum' ? 1 : 1 / examples;
  }

  /** Whether tfjs has to find the gradient, which it can't do within a gradient that is given. */
  get isDifferentiated(): boolean {
    return this.#own !== undefined;
  }

  /** Whether `each` takes no longer than all the rest, for a validation set of so many images. */
  isKnownOfEach(images: number): boolean {
    return this.#own === undefined || images <= mostOwnExamples;
  }

  /** The gradient of a batch's objective at its logits [labels, classes]. */
  gradient(backend: Backend, logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor2D {
    if (this.#own) return this.#own.gradient(logits, labels);
    const { name, parameters } = this.spec;
    const factor = this.#factor * this.batchFactor(this.examples(labels));
    const loss = this.#loss;
    if (loss.scope === 'image') return this.#regionGradient(loss, logits, labels, factor);
    const gradient =
      isRuler(name) && unusualParameters(name, parameters).length === 0
        ? backend.lossGradient(name, logits, labels, factor)
        : composedLossGradient(loss, parameters, logits, labels, factor);
    if (!this.#weights) return gradient;
    const weights = Float32Array.from(labels, (label) => this.#weight(label));
    return tf.mul(gradient, tf.tensor2d(weights, [labels.length, 1]));
  }

  /** The sum of the objective over the examples; `measured` is what the rulers say of them. */
  sum(logits: tf.Tensor2D, labels: Uint8Array, measured: LossSums): number {
    if (this.#own) return this.#own.value(logits, labels) * this.examples(labels);
    const { name, parameters } = this.spec;
    const isMeasured = isRuler(name) && unusualParameters(name, parameters).length === 0;
    if (isRuler(name) && isMeasured && !this.#weights) {
      return this.#factor * (measured.sums[rulerNames.indexOf(name)] ?? NaN);
    }
    return this.each(logits.dataSync<'float32'>(), labels).reduce((sum, value) => sum + value, 0);
  }

  /** The objective of each example. @param logits [labels.length, classes] row by row */
  each(logits: ArrayLike<number>, labels: Uint8Array): Float64Array {
    if (this.#own) return this.#ofOwn(this.#own, logits, labels);
    const loss = this.#loss;
    return loss.scope === 'label'
      ? this.#ofLabels(loss, logits, labels)
      : this.#ofImages(loss, logits, labels);
  }

  get #loss(): FormulaLoss {
    const loss = losses[this.spec.name];
    if (loss.scope === 'module') throw new Error('A module has no formula');
    return loss;
  }

  /** A batch of one image each. */
  #ofOwn(own: OwnLoss, logits: ArrayLike<number>, labels: Uint8Array): Float64Array {
    const rows = this.#labelsPerImage;
    const size = rows * this.#classes;
    return Float64Array.from({ length: this.examples(labels) }, (_, image) => {
      const z = Float32Array.from({ length: size }, (_, i) => logits[image * size + i] ?? NaN);
      const ofImage = labels.subarray(image * rows, (image + 1) * rows);
      return scoped(() => own.value(tf.tensor2d(z, [rows, this.#classes]), ofImage));
    });
  }

  #ofLabels(loss: LabelLoss, logits: ArrayLike<number>, labels: Uint8Array): Float64Array {
    const prediction = new Prediction(this.#classes);
    return Float64Array.from(labels, (label, row) => {
      prediction.fill(logits, row * this.#classes, label);
      const value = loss.value(prediction, this.spec.parameters);
      return this.#factor * this.#weight(label) * value;
    });
  }

  #ofImages(loss: ImageLoss, logits: ArrayLike<number>, labels: Uint8Array): Float64Array {
    const region = new Region(this.#classes, this.#labelsPerImage);
    return Float64Array.from(
      { length: this.examples(labels) },
      (_, image) =>
        this.#factor * loss.value(region.fill(logits, labels, image), this.spec.parameters),
    );
  }

  #regionGradient(
    loss: ImageLoss,
    logits: tf.Tensor2D,
    labels: Uint8Array,
    factor: number,
  ): tf.Tensor2D {
    const z = logits.dataSync<'float32'>();
    const region = new Region(this.#classes, this.#labelsPerImage);
    const size = this.#labelsPerImage * this.#classes;
    const gradient = new Float32Array(z.length);
    for (let image = 0; image < this.examples(labels); image++) {
      const ofImage = loss.gradient(region.fill(z, labels, image), this.spec.parameters);
      ofImage.forEach((g, i) => (gradient[image * size + i] = factor * g));
    }
    return tf.tensor2d(gradient, logits.shape);
  }

  #weight(label: number): number {
    return this.#weights?.[label] ?? 1;
  }
}
