import { Pyramid } from './pyramid.ts';

/**
 * A debiased exponential moving average of a growing line, by step: with weight w per step,
 *
 *   s ← w^Δ s + (1 − w^Δ) y,   n ← w^Δ n + (1 − w^Δ),   smoothed = s / n,
 *
 * Δ being the steps since the point before. n is the sum of the weights so far: dividing by it takes
 * away the pull towards the 0 that s begins with (Kingma & Ba 2015, section 3, for Δ = 1). NaN and
 * the infinities take no part: they have no smoothed value, and the average goes on after them.
 */
export class Smoothed {
  readonly pyramid = new Pyramid();
  #values = new Float64Array(256);
  #length = 0;
  #sum = 0;
  #norm = 0;
  #lastStep: number | undefined;

  /** @param weight w, from 0 (the line itself) to below 1 */
  constructor(readonly weight: number) {}

  get values(): Float64Array {
    return this.#values;
  }

  get length(): number {
    return this.#length;
  }

  /** Takes the points from its own length on. @param steps ascending, of each value */
  extend(values: ArrayLike<number>, steps: ArrayLike<number>, length = values.length): this {
    this.#reserve(length);
    for (let index = this.#length; index < length; index++) {
      this.#values[index] = this.#next(values[index] ?? NaN, steps[index] ?? NaN);
    }
    this.#length = Math.max(this.#length, length);
    this.pyramid.extend(this.#values, this.#length);
    return this;
  }

  #next(value: number, step: number): number {
    if (!Number.isFinite(value)) return NaN;
    const kept = this.weight ** Math.max(step - (this.#lastStep ?? step - 1), 0);
    this.#lastStep = step;
    this.#sum = kept * this.#sum + (1 - kept) * value;
    this.#norm = kept * this.#norm + (1 - kept);
    return this.#norm > 0 ? this.#sum / this.#norm : value;
  }

  #reserve(length: number): void {
    if (length <= this.#values.length) return;
    const grown = new Float64Array(Math.ceil(length * 1.25));
    grown.set(this.#values.subarray(0, this.#length));
    this.#values = grown;
  }
}
