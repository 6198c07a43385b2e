import * as tf from '@tensorflow/tfjs-core';
import { optimizers } from '../../../experiment/optimizers/catalogue.ts';
import { scoped } from '../../scope.ts';
import type { StepSums } from '../../statistics.ts';
import { unadjusted, type Penalties, type Rule } from '../../update-rule.ts';
import type { Parameter } from '../backend.ts';
import { NewTensorAverage } from '../new-tensor-average.ts';
import type { Context } from './context.ts';
import { histogram } from './histogram.ts';
import { run, unpacked } from './program.ts';
import { readSums, squares, stepSums } from './statistics.ts';
import { update } from './update.ts';

/** A parameter on the device; every step makes new tensors. What `step` and the like give is waited for. */
export class WebglParameter implements Parameter {
  tensor: tf.Tensor;
  #slots: readonly tf.Tensor[];

  constructor(
    readonly context: Context,
    values: Float32Array,
    shape: readonly number[],
    slots: number,
  ) {
    this.tensor = tf.keep(tf.tensor(values.slice(), [...shape]));
    this.#slots = Array.from({ length: slots }, () => tf.keep(tf.zeros([...shape])));
  }

  /**
   * A step of which nothing comes back: its sums stay on the device, [8, 1], for `readSums`.
   * @param clip [1], on the device too
   */
  move(gradient: tf.Tensor, rule: Rule, clip: tf.Tensor, penalties: Penalties): tf.Tensor {
    const { slots } = optimizers[rule.name];
    if (this.#slots.length !== slots) throw new RangeError(`${rule.name} takes ${slots} slots`);
    const { backend } = this.context;
    const before = { weights: this.tensor, slots: this.#slots };
    const after = update(backend, rule, before, gradient, clip, penalties);
    const sums = stepSums(backend, gradient, before.weights, after.weights);
    tf.dispose([before.weights, ...before.slots]);
    this.tensor = tf.keep(after.weights);
    this.#slots = after.slots.map((slot) => tf.keep(slot));
    return sums;
  }

  step(gradient: tf.Tensor, rule: Rule, adjustment = unadjusted): StepSums {
    return scoped(() => {
      const clip = tf.tensor1d([adjustment.clip]);
      const sums = this.move(unpacked(this.context.backend, gradient), rule, clip, adjustment);
      return readSums(gradient.size, sums.dataSync());
    });
  }

  gradientSquares(gradient: tf.Tensor): number {
    return scoped(() => squares(this.context.backend, gradient).dataSync()[0] ?? NaN);
  }

  addToHistogram(gradient: tf.Tensor, bins: Float64Array): void {
    const counts = scoped(() => histogram(this.context.backend, gradient).dataSync());
    counts.forEach((count, bin) => (bins[bin] = (bins[bin] ?? 0) + count));
  }

  save(): Float32Array[] {
    return [this.tensor, ...this.#slots].map((tensor) => tensor.dataSync<'float32'>().slice());
  }

  restore([values = new Float32Array(), ...slots]: readonly Float32Array[]): void {
    const { shape } = this.tensor;
    const held = (array: Float32Array): tf.Tensor => tf.keep(tf.tensor(array.slice(), shape));
    this.dispose();
    this.tensor = held(values);
    this.#slots = this.#slots.map((_, i) => held(slots[i] ?? new Float32Array(values.length)));
  }

  dispose(): void {
    tf.dispose([this.tensor, ...this.#slots]);
  }
}

/** average ← decay · average + gain · values */
const averageCode = `
  void main() {
    setOutput(decay * getAverageAtOutCoords() + gain * getValuesAtOutCoords());
  }`;

export class WebglAverage extends NewTensorAverage {
  constructor(
    readonly context: Context,
    count: number,
    value: number,
  ) {
    super(count, value);
  }

  update(values: tf.Tensor, decay: number, factor: number): void {
    const program = {
      inputs: ['average', 'values'],
      shape: this.tensor.shape,
      code: averageCode,
      uniforms: ['decay', 'gain'],
    };
    const numbers = { decay, gain: (1 - decay) * factor };
    const next = run(this.context.backend, program, [this.tensor, values], numbers);
    this.replace(tf.reshape(next, [next.size]));
  }
}
