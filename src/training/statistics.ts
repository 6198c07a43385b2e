import type { LayerStatistics } from '../run/event.ts';
import { binCount } from '../run/histogram.ts';

/** What one optimizer step tells of a parameter tensor, each a sum over its elements. */
export interface StepSums {
  /** How many elements. */
  readonly count: number;
  /** Σg */
  readonly gradient: number;
  /** Σg² */
  readonly gradientSquares: number;
  /** How many elements of g are exactly 0. */
  readonly gradientZeros: number;
  /** Σw² before the step. */
  readonly weightSquares: number;
  /** Σ(w' − w)², w' the weights after the step. */
  readonly stepSquares: number;
}

/** Pools the steps of a window into the statistics of one layer. */
export class StatisticsWindow {
  /** The raw histogram of the gradients of the steps that are sampled. */
  readonly bins = new Float64Array(binCount);
  #steps = 0;
  #elements = 0;
  #normSum = 0;
  #maxNorm = 0;
  #sum = 0;
  #squares = 0;
  #zeros = 0;
  #ratioSum = 0;

  add(step: StepSums): void {
    const norm = Math.sqrt(step.gradientSquares);
    this.#steps += 1;
    this.#elements += step.count;
    this.#normSum += norm;
    this.#maxNorm = Math.max(this.#maxNorm, norm);
    this.#sum += step.gradient;
    this.#squares += step.gradientSquares;
    this.#zeros += step.gradientZeros;
    this.#ratioSum += updateRatio(step);
  }

  /** Rounded to float32. The variance is E g² − (E g)² over all elements of all steps. */
  statistics(): LayerStatistics {
    const mean = this.#sum / this.#elements;
    const variance = this.#squares / this.#elements - mean ** 2;
    return {
      norm: Math.fround(this.#normSum / this.#steps),
      maxNorm: Math.fround(this.#maxNorm),
      mean: Math.fround(mean),
      std: Math.fround(Math.sqrt(variance < 0 ? 0 : variance)),
      zeroFraction: Math.fround(this.#zeros / this.#elements),
      updateRatio: Math.fround(this.#ratioSum / this.#steps),
    };
  }
}

/** 0 for weights that do not move, even where all of them are 0. */
function updateRatio({ stepSquares, weightSquares }: StepSums): number {
  return stepSquares === 0 ? 0 : Math.sqrt(stepSquares / weightSquares);
}
