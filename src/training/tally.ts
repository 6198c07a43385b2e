import { losses, lossNames, perLoss, type LossName } from '../experiment/losses/catalogue.ts';
import { reductionFactor } from '../experiment/losses/loss.ts';
import { Prediction } from '../experiment/losses/prediction.ts';
import type { Measures } from '../run/event.ts';

/**
 * Sums accuracy and every loss of the catalogue over images, in double precision from their logits:
 * a float32 sum on the device would lose digits.
 */
export class Tally {
  #count = 0;
  #correct = 0;
  /** Per loss, the sum over images of the sum over classes. */
  readonly #sums = new Float64Array(lossNames.length);
  readonly #prediction: Prediction;

  constructor(readonly classes: number) {
    this.#prediction = new Prediction(classes);
  }

  /** `logits` is [labels.length, classes]. */
  add(logits: Float32Array, labels: Uint8Array): this {
    labels.forEach((label, row) => this.#addImage(logits, row, label));
    return this;
  }

  #addImage(logits: Float32Array, row: number, label: number): void {
    const prediction = this.#prediction.fill(logits, row * this.classes, label);
    this.#count += 1;
    if (prediction.predictedClass === label) this.#correct += 1;
    lossNames.forEach((name, index) => {
      this.#sums[index] = (this.#sums[index] ?? 0) + losses[name].value(prediction);
    });
  }

  addTally(other: Tally): void {
    this.#count += other.#count;
    this.#correct += other.#correct;
    other.#sums.forEach((sum, index) => (this.#sums[index] = (this.#sums[index] ?? 0) + sum));
  }

  /** Mean over the images of a loss's sum over the classes. */
  sumOverClasses(name: LossName): number {
    return (this.#sums[lossNames.indexOf(name)] ?? NaN) / this.#count;
  }

  get accuracy(): number {
    return this.#correct / this.#count;
  }

  /** Rounded to float32; the losses in their default reductions. */
  measures(): Measures {
    return {
      accuracy: Math.fround(this.accuracy),
      losses: perLoss((name) => this.#measure(name)),
    };
  }

  #measure(name: LossName): number {
    const factor = reductionFactor(losses[name].reductions[0], this.classes);
    return Math.fround(factor * this.sumOverClasses(name));
  }
}
