import * as tf from '@tensorflow/tfjs-core';
import { binOf } from '../../run/histogram.ts';
import type { StepSums } from '../statistics.ts';
import { unadjusted, type AdamRule, type Adjustment, type RmspropRule, type Rule } from '../update-rule.ts'; // prettier-ignore
import type { Parameter } from './backend.ts';

/** What the rate multiplies, for element i with gradient p; keeps the slots up to date. */
type PushRule = (p: number, i: number) => number;

/** A parameter in plain JavaScript; every step makes a new tensor. */
export class CpuParameter implements Parameter {
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

  step(gradient: tf.Tensor, rule: Rule, adjustment = unadjusted): StepSums {
    const g = gradient.dataSync<'float32'>();
    const before = this.tensor.dataSync<'float32'>();
    const [gradientOf, pushOf] = [adjusted(adjustment), pushRule(rule, this.#slots)];
    const rate = Math.fround(rule.rate);
    const after = before.map((w, i) => {
      const push = pushOf(gradientOf(g[i] ?? NaN, w), i);
      return Math.fround(adjustment.keep * w) - Math.fround(rate * push);
    });
    this.tensor.dispose();
    this.tensor = tf.keep(tf.tensor(after, [...this.shape]));
    return sums(g, before, after);
  }

  gradientSquares(gradient: tf.Tensor): number {
    return gradient.dataSync<'float32'>().reduce((sum, g) => sum + g * g, 0);
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

/** The p of an element from its g and w. */
function adjusted({ clip, l2, l1 }: Adjustment): (g: number, w: number) => number {
  if (clip === 1 && l2 === 0 && l1 === 0) return (g) => g;
  return (g, w) => Math.fround(clip * g + l2 * w + l1 * Math.sign(w));
}

function pushRule(
  rule: Rule,
  [first = new Float32Array(), second = new Float32Array()]: readonly Float32Array[],
): PushRule {
  switch (rule.name) {
    case 'sgd':
      return (p) => p;
    case 'momentum':
      return momentumPush(rule.decay, first);
    case 'nesterov': {
      const momentum = momentumPush(rule.decay, first);
      return (p, i) => p + rule.decay * momentum(p, i);
    }
    case 'rmsprop':
      return rmspropPush(rule, first);
    case 'adam':
      return adamPush(rule, first, second);
  }
}

function momentumPush(decay: number, v: Float32Array): PushRule {
  return (p, i) => (v[i] = Math.fround(decay * (v[i] ?? 0) + p));
}

function rmspropPush({ decay, epsilon }: RmspropRule, v: Float32Array): PushRule {
  return (p, i) => {
    v[i] = decay * (v[i] ?? 0) + (1 - decay) * p * p;
    return p / (Math.sqrt(v[i] ?? 0) + epsilon);
  };
}

function adamPush(
  { beta1, beta2, scale, epsilon }: AdamRule,
  m: Float32Array,
  v: Float32Array,
): PushRule {
  return (p, i) => {
    m[i] = beta1 * (m[i] ?? 0) + (1 - beta1) * p;
    v[i] = beta2 * (v[i] ?? 0) + (1 - beta2) * p * p;
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
