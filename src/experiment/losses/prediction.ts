/**
 * One example as every loss sees it: K logits z, their softmax p and the true class. An object is
 * made once and filled for each example, so that measuring a batch allocates nothing.
 */
export class Prediction {
  readonly logits: Float64Array;
  /** softmax(z), K numbers that sum to 1. */
  readonly probabilities: Float64Array;
  /** ln Σ exp z, from which ln p_k = z_k − logSumExp without ever taking the log of 0. */
  logSumExp = 0;
  label = 0;

  constructor(readonly classes: number) {
    this.logits = new Float64Array(classes);
    this.probabilities = new Float64Array(classes);
  }

  static of(logits: ArrayLike<number>, label: number): Prediction {
    return new Prediction(logits.length).fill(logits, 0, label);
  }

  /** Takes the K logits that begin at `offset`. */
  fill(logits: ArrayLike<number>, offset: number, label: number): this {
    const { classes, probabilities } = this;
    let max = -Infinity;
    for (let k = 0; k < classes; k++) {
      const z = logits[offset + k] ?? NaN;
      this.logits[k] = z;
      if (z > max || Number.isNaN(z)) max = z;
    }
    let sum = 0;
    for (let k = 0; k < classes; k++) {
      const e = Math.exp(this.at(k) - max);
      probabilities[k] = e;
      sum += e;
    }
    for (let k = 0; k < classes; k++) probabilities[k] = this.p(k) / sum;
    this.logSumExp = max + Math.log(sum);
    this.label = label;
    return this;
  }

  /** The logit of class k. */
  at(k: number): number {
    return this.logits[k] ?? NaN;
  }

  /** The softmax probability of class k. */
  p(k: number): number {
    return this.probabilities[k] ?? NaN;
  }

  /** ln p of class k, which stays finite where p itself is rounded to 0. */
  logP(k: number): number {
    return this.at(k) - this.logSumExp;
  }

  /** 1 − p of the true class, without the rounding of a difference. */
  get rest(): number {
    return this.sum((k) => (k === this.label ? 0 : this.p(k)));
  }

  /** 1 for the true class, 0 for the others. */
  y(k: number): 0 | 1 {
    return k === this.label ? 1 : 0;
  }

  /** The class of the largest logit, the first of equals; −1 if a logit is NaN. */
  get predictedClass(): number {
    let best = 0;
    for (let k = 0; k < this.classes; k++) {
      if (Number.isNaN(this.at(k))) return -1;
      if (this.at(k) > this.at(best)) best = k;
    }
    return best;
  }

  /** `of(k)` summed over the classes. */
  sum(of: (k: number) => number): number {
    let total = 0;
    for (let k = 0; k < this.classes; k++) total += of(k);
    return total;
  }

  /** `of(k)` of every class. By a plain loop: `Float64Array.from` is several times slower. */
  map(of: (k: number) => number): Float64Array {
    const values = new Float64Array(this.classes);
    for (let k = 0; k < values.length; k++) values[k] = of(k);
    return values;
  }
}
