import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { losses } from '../experiment/losses/catalogue.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { DoubtedLabels } from '../run/event.ts';

/** Undefined where every pixel has a label, and where the outputs are no probabilities of one class of many. */
export function labelDoubtFor(
  { loss }: ExperimentSpec,
  { classes, train }: TrainingData,
): LabelDoubt | undefined {
  if (train.labelsPerImage > 1 || losses[loss.name].activation !== 'softmax') return undefined;
  return new LabelDoubt(classes, train.count);
}

/**
 * Which labels of an epoch the model contradicts with confidence: confident learning (Northcutt et al. 2021,
 * arXiv 1911.00068). A class's threshold is the mean probability that the images of that label get for it; an
 * image whose predicted class is another than its label, at no less than that class's threshold, speaks
 * against its label. Their share is the estimated share of wrong labels. Where the paper holds parts of the
 * data out, each batch is judged before its step, and of several classes past their thresholds the predicted
 * one is taken.
 */
export class LabelDoubt {
  /** One entry an image, in the order in which they were seen. */
  readonly #labels: Uint8Array;
  readonly #predicted: Uint8Array;
  /** Softmax probabilities of the label and of the predicted class. */
  readonly #ofLabel: Float32Array;
  readonly #ofPredicted: Float32Array;
  readonly #pull: Float32Array;
  #count = 0;

  /** @param images of an epoch, at most */
  constructor(
    readonly classes: number,
    images: number,
  ) {
    this.#labels = new Uint8Array(images);
    this.#predicted = new Uint8Array(images);
    this.#ofLabel = new Float32Array(images);
    this.#ofPredicted = new Float32Array(images);
    this.#pull = new Float32Array(images);
  }

  /** Forgets the last epoch. */
  begin(): void {
    this.#count = 0;
  }

  /**
   * By plain loops: it runs at every step.
   * @param logits [labels.length, classes] row by row
   * @param gradient of the objective at them
   */
  add(logits: Float32Array, gradient: Float32Array, labels: Uint8Array): void {
    for (let row = 0; row < labels.length; row++) {
      this.#addRow(logits, gradient, row * this.classes, labels[row] ?? 0);
    }
  }

  #addRow(logits: Float32Array, gradient: Float32Array, from: number, label: number): void {
    const end = from + this.classes;
    let predicted = from;
    for (let k = from + 1; k < end; k++) {
      if ((logits[k] ?? NaN) > (logits[predicted] ?? NaN)) predicted = k;
    }
    const largest = logits[predicted] ?? NaN;
    let sum = 0;
    let pull = 0;
    for (let k = from; k < end; k++) {
      sum += Math.exp((logits[k] ?? NaN) - largest);
      pull += Math.abs(gradient[k] ?? NaN);
    }
    const at = this.#count++;
    this.#labels[at] = label;
    this.#predicted[at] = predicted - from;
    this.#ofLabel[at] = Math.exp((logits[from + label] ?? NaN) - largest) / sum;
    this.#ofPredicted[at] = 1 / sum;
    this.#pull[at] = pull;
  }

  /** Of what was added since `begin`; undefined if that is nothing. */
  finish(): DoubtedLabels | undefined {
    if (this.#count === 0) return undefined;
    const thresholds = this.#thresholds();
    let [doubted, pull, wholePull] = [0, 0, 0];
    for (let i = 0; i < this.#count; i++) {
      const [predicted, of] = [this.#predicted[i] ?? 0, this.#pull[i] ?? NaN];
      wholePull += of;
      if (predicted === this.#labels[i]) continue;
      if (!((this.#ofPredicted[i] ?? NaN) >= (thresholds[predicted] ?? NaN))) continue;
      doubted += 1;
      pull += of;
    }
    return { share: Math.fround(doubted / this.#count), pull: Math.fround(pull / wholePull) };
  }

  /** Of each class; NaN for one without an image. */
  #thresholds(): Float64Array {
    const [sums, counts] = [new Float64Array(this.classes), new Float64Array(this.classes)];
    for (let i = 0; i < this.#count; i++) {
      const label = this.#labels[i] ?? 0;
      sums[label] = (sums[label] ?? NaN) + (this.#ofLabel[i] ?? NaN);
      counts[label] = (counts[label] ?? NaN) + 1;
    }
    return sums.map((sum, k) => sum / (counts[k] ?? NaN));
  }
}
