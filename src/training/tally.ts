import { losses, lossNames, perLoss, type LossName } from '../experiment/losses/catalogue.ts';
import { reductionFactor } from '../experiment/losses/loss.ts';
import type { Measures } from '../run/event.ts';
import type { LossSums } from './loss-rows.ts';

/** Accuracy and every loss of the catalogue over many batches, in double precision. */
export class Tally {
  #count = 0;
  #correct = 0;
  /** Per loss, the sum over labels of the sum over classes. */
  readonly #sums = new Float64Array(lossNames.length);

  constructor(readonly classes: number) {}

  add({ count, correct, sums }: LossSums): this {
    this.#count += count;
    this.#correct += correct;
    sums.forEach((sum, index) => (this.#sums[index] = (this.#sums[index] ?? 0) + sum));
    return this;
  }

  /** Mean over the labels of a loss's sum over the classes. */
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
