import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '../operations/gradients.ts';
import { losses } from '../../experiment/losses/catalogue.ts';
import { binOf } from '../../run/histogram.ts';
import { composedLossGradient, measureRows } from '../loss-rows.ts';
import type { StepSums } from '../statistics.ts';
import type { AdamRule, UpdateRule } from '../update-rule.ts';
import type { Average, Backend, Parameter } from './backend.ts';

/** Plain JavaScript: slow, but runs wherever SIMD is missing, and is what the kernels are checked with. */
export const cpuBackend: Backend = {
  name: 'cpu',
  activate: async () => {
    tf.enableProdMode();
    await tf.setBackend('cpu');
  },
  parameter: (values, shape, slots) => new CpuParameter(values, shape, slots),
  average: (count, value) => new CpuAverage(count, value),
  lossGradient: (name, logits, labels, factor) =>
    composedLossGradient(losses[name], logits, labels, factor),
  measureLosses: (logits, labels) =>
    measureRows(logits.dataSync<'float32'>(), labels, logits.shape[1]),
  setThreads: () => undefined,
};

class CpuParameter implements Parameter {
  tensor: tf.Tensor;
  readonly #slots: readonly Float32Array[];

  constructor(
    values: Float32Array,
    readonly shape: readonly number[],
    slots: number,
  ) {
    this.tensor = tf.keep(tf.tensor(values.slice(), [...shape]));
    this.#slots = Array.from({ length: slots }, () => new Float32Array(values.length));
  }

  step(gradient: tf.Tensor, rule: UpdateRule): StepSums {
    const g = gradient.dataSync<'float32'>();
    const before = this.tensor.dataSync<'float32'>();
    const pushOf = pushRule(rule, this.#slots);
    const rate = Math.fround(rule.rate);
    const after = before.map((w, i) => w - Math.fround(rate * pushOf(g[i] ?? NaN, i)));
    this.tensor.dispose();
    this.tensor = tf.keep(tf.tensor(after, [...this.shape]));
    return sums(g, before, after);
  }

  addToHistogram(gradient: tf.Tensor, bins: Float64Array): void {
    for (const value of gradient.dataSync()) {
      const bin = binOf(value);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
  }

  save(): Float32Array[] {
    return [this.tensor.dataSync<'float32'>(), ...this.#slots].map((array) => array.slice());
  }

  restore([values = new Float32Array(), ...slots]: readonly Float32Array[]): void {
    this.tensor.dispose();
    this.tensor = tf.keep(tf.tensor(values.slice(), [...this.shape]));
    this.#slots.forEach((slot, i) => slot.set(slots[i] ?? []));
  }

  dispose(): void {
    this.tensor.dispose();
  }
}

class CpuAverage implements Average {
  tensor: tf.Tensor1D;

  constructor(count: number, value: number) {
    this.tensor = tf.keep(tf.tensor1d(new Float32Array(count).fill(value)));
  }

  update(values: tf.Tensor, decay: number, factor: number): void {
    const next = values.dataSync();
    const average = this.tensor
      .dataSync<'float32'>()
      .map((value, i) => decay * value + (1 - decay) * factor * (next[i] ?? NaN));
    this.tensor.dispose();
    this.tensor = tf.keep(tf.tensor1d(average));
  }

  save(): Float32Array[] {
    return [this.tensor.dataSync<'float32'>().slice()];
  }

  restore([values = new Float32Array()]: readonly Float32Array[]): void {
    this.tensor.dispose();
    this.tensor = tf.keep(tf.tensor1d(values.slice()));
  }

  dispose(): void {
    this.tensor.dispose();
  }
}

/** What the rate multiplies, for element i with gradient g; keeps the slots up to date. */
function pushRule(
  rule: UpdateRule,
  [first = new Float32Array(), second = new Float32Array()]: readonly Float32Array[],
): (g: number, i: number) => number {
  switch (rule.name) {
    case 'sgd':
      return (g) => g;
    case 'momentum':
      return (g, i) => (first[i] = Math.fround(rule.decay * (first[i] ?? 0) + g));
    case 'adam':
      return adamPush(rule, first, second);
  }
}

function adamPush(
  { beta1, beta2, scale, epsilon }: AdamRule,
  m: Float32Array,
  v: Float32Array,
): (g: number, i: number) => number {
  return (g, i) => {
    m[i] = beta1 * (m[i] ?? 0) + (1 - beta1) * g;
    v[i] = beta2 * (v[i] ?? 0) + (1 - beta2) * g * g;
    return (m[i] ?? 0) / (Math.sqrt(v[i] ?? 0) * scale + epsilon);
  };
}

function sums(g: Float32Array, before: Float32Array, after: Float32Array): StepSums {
  let [gradient, gradientSquares, gradientZeros, weightSquares, stepSquares] = [0, 0, 0, 0, 0];
  for (let i = 0; i < g.length; i++) {
    const [x = NaN, w = NaN, next = NaN] = [g[i], before[i], after[i]];
    gradient += x;
    gradientSquares += x * x;
    if (x === 0) gradientZeros += 1;
    weightSquares += w * w;
    stepSquares += (next - w) ** 2;
  }
  const count = g.length;
  return { count, gradient, gradientSquares, gradientZeros, weightSquares, stepSquares };
}
