import * as tf from '@tensorflow/tfjs-core';
import {
  isRuler,
  rulerNames,
  type LossName,
  type RulerName,
} from '../../experiment/losses/catalogue.ts';
import { unusualParameters, type LossSpec } from '../../experiment/losses/loss-spec.ts';
import { reductionFactor, type LabelLoss } from '../../experiment/losses/loss.ts';
import { Prediction } from '../../experiment/losses/prediction.ts';
import type { Backend } from '../backend/backend.ts';
import { classWeightsOf } from '../class-weights.ts';
import { composedLossGradient, type LossSums } from '../loss-rows.ts';
import {
  batchFactor,
  readOf,
  sumOf,
  type Objective,
  type ObjectiveData,
  type ObjectiveSum,
} from './objective.ts';

/** A loss of each label by itself. */
export class LabelObjective implements Objective {
  readonly isDifferentiated = false;
  readonly #factor: number;
  readonly #classes: number;
  readonly #weights: Float64Array | undefined;
  /** The ruler that the loss is, but for weights and reductions: the backend has a kernel for it. */
  readonly #ruler: RulerName | undefined;

  constructor(
    readonly spec: LossSpec,
    name: LossName,
    readonly loss: LabelLoss,
    { classes, train }: ObjectiveData,
  ) {
    this.#classes = classes;
    this.#factor = reductionFactor(spec.reduction, classes);
    this.#weights = classWeightsOf(spec.classWeights, train.labels, classes);
    const isUsual = unusualParameters(name, spec.parameters).length === 0;
    this.#ruler = isRuler(name) && isUsual ? name : undefined;
  }

  examples(labels: ArrayLike<number>): number {
    return labels.length;
  }

  batchFactor(examples: number): number {
    return batchFactor(this.spec, examples);
  }

  gradient(backend: Backend, logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor2D {
    const factor = this.#factor * this.batchFactor(labels.length);
    const gradient = this.#ruler
      ? backend.lossGradient(this.#ruler, logits, labels, factor)
      : composedLossGradient(this.loss, this.spec.parameters, logits, labels, factor);
    if (!this.#weights) return gradient;
    const weights = Float32Array.from(labels, (label) => this.#weight(label));
    return tf.mul(gradient, tf.tensor2d(weights, [labels.length, 1]));
  }

  get kept(): RulerName | undefined {
    return this.#weights ? undefined : this.#ruler;
  }

  reads(logits: tf.Tensor2D): tf.Tensor | undefined {
    return this.kept ? undefined : logits;
  }

  measure(
    logits: Float32Array | undefined,
    labels: Uint8Array,
    { sums, each }: LossSums,
  ): ObjectiveSum {
    if (!this.kept) return sumOf(this.each(readOf(logits), labels));
    const sum = this.#factor * (sums[rulerNames.indexOf(this.kept)] ?? NaN);
    return { sum, each: each?.map((value) => this.#factor * value) };
  }

  isKnownOfEach(): boolean {
    return true;
  }

  each(logits: ArrayLike<number>, labels: Uint8Array): Float64Array {
    const prediction = new Prediction(this.#classes);
    return Float64Array.from(labels, (label, row) => {
      prediction.fill(logits, row * this.#classes, label);
      const value = this.loss.value(prediction, this.spec.parameters);
      return this.#factor * this.#weight(label) * value;
    });
  }

  #weight(label: number): number {
    return this.#weights?.[label] ?? 1;
  }
}
