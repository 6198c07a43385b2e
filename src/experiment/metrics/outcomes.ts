import type { Activation } from '../losses/loss.ts';
import type { Prediction } from '../losses/prediction.ts';
import { sigmoid } from '../losses/sigmoid.ts';

/** Stretches of confidence for the calibration error, as Guo et al. 2017 take them. */
export const calibrationBins = 15;

/** What a model made of labels whose truth is known: everything that the metrics are computed from. */
export class Outcomes {
  count = 0;
  /** [true class, predicted class], K² counts; a prediction with a NaN in it is in none. */
  readonly confusion: Float64Array;
  /** How many have their class among the two largest logits. */
  topTwo = 0;
  /** Σ over the labels of Σ (p_k − y_k)². */
  squaredErrors = 0;
  /** How well classes that were not trained on are recognised; NaN where there are none. */
  heldOutAccuracy = NaN;
  /** Per bin of confidence: how many, the sum of confidences, and how many were right. */
  readonly binCounts = new Float64Array(calibrationBins);
  readonly binConfidences = new Float64Array(calibrationBins);
  readonly binHits = new Float64Array(calibrationBins);

  /** @param activation of the loss that was trained: what the model's outputs mean */
  constructor(
    readonly classes: number,
    readonly activation: Activation,
  ) {
    this.confusion = new Float64Array(classes * classes);
  }

  /** Whether the outputs are meant as probabilities, so that calibration means something. */
  get areProbabilities(): boolean {
    return this.activation !== 'linear';
  }

  add(prediction: Prediction): void {
    const { label, predictedClass: predicted } = prediction;
    this.count += 1;
    if (predicted < 0) return;
    increase(this.confusion, label * this.classes + predicted, 1);
    if (rank(prediction) < 2) this.topTwo += 1;
    if (this.areProbabilities) this.#addProbabilities(prediction, predicted);
  }

  /** How many labels of a class there are, and how many are taken for it. */
  actual(k: number): number {
    return this.#sum((other) => k * this.classes + other);
  }

  predicted(k: number): number {
    return this.#sum((other) => other * this.classes + k);
  }

  correct(k: number): number {
    return this.confusion[k * this.classes + k] ?? NaN;
  }

  #addProbabilities(prediction: Prediction, predicted: number): void {
    const p = (k: number): number =>
      this.activation === 'softmax' ? prediction.p(k) : sigmoid(prediction.at(k));
    this.squaredErrors += prediction.sum((k) => (p(k) - prediction.y(k)) ** 2);
    const confidence = p(predicted);
    // Bins are open below and closed above: (0, 1/15], (1/15, 2/15] …
    const bin = Math.max(0, Math.ceil(confidence * calibrationBins) - 1);
    increase(this.binCounts, bin, 1);
    increase(this.binConfidences, bin, confidence);
    if (predicted === prediction.label) increase(this.binHits, bin, 1);
  }

  #sum(place: (k: number) => number): number {
    let total = 0;
    for (let k = 0; k < this.classes; k++) total += this.confusion[place(k)] ?? NaN;
    return total;
  }
}

/** How many classes have a larger logit than the true one, or the same and come before it. */
function rank(prediction: Prediction): number {
  const own = prediction.at(prediction.label);
  return prediction.sum((k) => {
    const other = prediction.at(k);
    return other > own || (other === own && k < prediction.label) ? 1 : 0;
  });
}

function increase(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? NaN) + by;
}
