import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { optimizerNames, optimizers, type OptimizerName } from '../../../src/experiment/optimizers/catalogue.ts'; // prettier-ignore
import { wholeOptimizer, type WrittenOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts'; // prettier-ignore
import { seeded } from '../../../src/experiment/random.ts';
import { clippingOf } from '../../../src/training/clipping.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { backends } from './backends.ts';

// Several blocks of 64 and a tail; a layer's weights and its biases.
const sizes = [203, 7] as const;
const steps = 20;
const rate = 0.01;

type Extras = Omit<WrittenOptimizer, 'name'>;

const extras: readonly (readonly [title: string, extras: Extras])[] = [
  ['nothing else', { weightDecay: 0 }],
  ['weight decay', { weightDecay: 0.2 }],
  ['L1', { weightDecay: 0, l1: 0.1 }],
  ['clipping', { weightDecay: 0, clipNorm: 4 }],
  ['all of it', { weightDecay: 0.2, l1: 0.1, clipNorm: 4 }],
];

describe.each(backends)('on $name', (backend) => {
  describe.each(extras)('with %s', (_title, settings) => {
    test.each(optimizerNames)('%s takes the 20 steps of double precision', async (name) => {
      await backend.activate();
      const { start, gradients } = draws();
      const optimizer = wholeOptimizer({ name, learningRate: rate, ...settings });
      const parameters = start.map((values) =>
        backend.parameter(Float32Array.from(values), [values.length], optimizers[name].slots),
      );
      gradients.forEach((values, i) => {
        const rule = updateRule(optimizer, i + 1, steps, 1);
        const tensors = values.map((each) => tf.tensor1d(Float32Array.from(each)));
        const clipping = clippingOf(parameters, tensors, rule.clipNorm);
        const adjustment = { clip: clipping?.factor ?? 1, ...rule.penalties };
        parameters.forEach((parameter, p) => {
          const sums = parameter.step(tensors[p] ?? tf.zeros([1]), rule, adjustment);
          const squares = values[p]?.reduce((sum, g) => sum + g * g, 0) ?? NaN;
          // The statistics are of the loss's own gradient, whatever is made of it.
          expect(sums.gradientSquares / squares).toBeCloseTo(1, 5);
        });
      });
      const expected = inDouble(name, settings, start, gradients);
      parameters.forEach((parameter, p) => {
        parameter.tensor.dataSync().forEach((w, i) => {
          expect(Math.abs(w - (expected[p]?.[i] ?? NaN))).toBeLessThan(3e-6);
        });
        parameter.dispose();
      });
    });
  });
});

/** Weights so far from 0 that no rounding decides a sign. */
function draws() {
  const random = seeded(3);
  const weight = (): number => (random.uniform() < 0.5 ? -1 : 1) * (0.5 + random.uniform());
  const arrays = (draw: () => number): number[][] =>
    sizes.map((size) => Array.from({ length: size }, () => Math.fround(draw())));
  const start = arrays(weight);
  const gradients = Array.from({ length: steps }, () => arrays(() => random.normal()));
  return { start, gradients };
}

/** The formulas as their papers have them, with nothing folded into anything. */
function inDouble(
  name: OptimizerName,
  { weightDecay = 0, l1 = 0, clipNorm }: Extras,
  start: readonly number[][],
  gradients: readonly number[][][],
): number[][] {
  const w = start.flat();
  const [m, v] = [w.map(() => 0), w.map(() => 0)];
  gradients.forEach((each, index) => {
    const t = index + 1;
    const raw = each.flat();
    const norm = Math.hypot(...raw);
    const g = raw.map((x) => (clipNorm && norm > clipNorm ? (x * clipNorm) / norm : x));
    w.forEach((before, i) => {
      const decoupled = name === 'adamw' ? weightDecay : 0;
      const p = (g[i] ?? NaN) + (weightDecay - decoupled) * before + l1 * Math.sign(before);
      const [m0, v0] = [m[i] ?? NaN, v[i] ?? NaN];
      const push = (): number => {
        switch (name) {
          case 'sgd':
            return p;
          case 'momentum':
            return (m[i] = 0.9 * m0 + p);
          case 'nesterov':
            return p + 0.9 * (m[i] = 0.9 * m0 + p);
          case 'rmsprop':
            return p / (Math.sqrt((v[i] = 0.99 * v0 + 0.01 * p * p)) + 1e-8);
          case 'adam':
          case 'adamw': {
            m[i] = 0.9 * m0 + 0.1 * p;
            v[i] = 0.999 * v0 + 0.001 * p * p;
            const [first, second] = [m[i] / (1 - 0.9 ** t), v[i] / (1 - 0.999 ** t)];
            return first / (Math.sqrt(second) + 1e-8);
          }
        }
      };
      w[i] = before - rate * decoupled * before - rate * push();
    });
  });
  return [w.slice(0, sizes[0]), w.slice(sizes[0])];
}
