import { perRuler, rulerNames, rulers, type RulerName } from '../experiment/losses/catalogue.ts';
import { reductionFactor } from '../experiment/losses/loss.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Measures } from '../run/event.ts';
import type { LossSums } from './loss-rows.ts';
import type { ObjectiveSum } from './objectives/objective.ts';

/** What a network makes of a batch. */
export interface Measured {
  readonly rulers: LossSums;
  /** Of the run's own objective, and how many examples there are. */
  readonly objective: ObjectiveSum & { readonly examples: number };
}

/** Of the objective over an epoch: a sum over the batch is told of as that over a full one. */
export function scaleOf({ loss, batchSize }: ExperimentSpec): number {
  return loss.batch === 'sum' ? batchSize : 1;
}

/** Accuracy, every ruler and the run's own objective over many batches, in double precision. */
export class Tally {
  #count = 0;
  #correct = 0;
  #objective = 0;
  #examples = 0;
  /** Per ruler, the sum over labels of the sum over classes. */
  readonly #sums = new Float64Array(rulerNames.length);

  /** @param scale of the objective, which is the mean over the examples otherwise: see `scaleOf` */
  constructor(
    readonly classes: number,
    readonly scale = 1,
  ) {}

  add({ rulers: { count, correct, sums }, objective }: Measured): this {
    this.#count += count;
    this.#correct += correct;
    this.#objective += objective.sum;
    this.#examples += objective.examples;
    sums.forEach((sum, index) => (this.#sums[index] = (this.#sums[index] ?? 0) + sum));
    return this;
  }

  get accuracy(): number {
    return this.#correct / this.#count;
  }

  get objective(): number {
    return (this.scale * this.#objective) / this.#examples;
  }

  /** Rounded to float32; the rulers in their default reductions. */
  measures(): Measures {
    return {
      accuracy: Math.fround(this.accuracy),
      objective: Math.fround(this.objective),
      losses: perRuler((name) => this.#measure(name)),
    };
  }

  #measure(name: RulerName): number {
    const factor = reductionFactor(rulers[name].reductions[0], this.classes);
    return Math.fround((factor * (this.#sums[rulerNames.indexOf(name)] ?? NaN)) / this.#count);
  }
}
