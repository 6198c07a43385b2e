import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { optimizerNames } from '../../../src/experiment/optimizers/catalogue.ts';
import { optimizers } from '../../../src/experiment/optimizers/catalogue.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { seeded } from '../../../src/training/random.ts';
import { backends } from './backends.ts';

const size = 37;
const rate = 0.02;

const theirs: Record<(typeof optimizerNames)[number], () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(rate),
  momentum: () => tf.train.momentum(rate, 0.9),
  adam: () => tf.train.adam(rate, 0.9, 0.999, 1e-8),
};

describe.each(backends)('on $name', (backend) => {
  test.each(optimizerNames)('%s takes the 20 steps that tfjs takes', async (name) => {
    await backend.activate();
    const random = seeded(1);
    const draw = (): Float32Array => Float32Array.from({ length: size }, () => random.normal());
    const start = draw();
    const gradients = Array.from({ length: 20 }, draw);

    const variable = tf.variable(tf.tensor1d(start), true, 'w');
    const optimizer = theirs[name]();
    for (const gradient of gradients) optimizer.applyGradients({ w: tf.tensor1d(gradient) });
    const expected = variable.dataSync<'float32'>();

    const parameter = backend.parameter<tf.Rank.R1>(start, [size], optimizers[name].slots);
    gradients.forEach((gradient, i) => {
      parameter.step(tf.tensor1d(gradient), updateRule({ name, learningRate: rate }, i + 1));
    });
    const measured = parameter.tensor.dataSync<'float32'>();
    measured.forEach((w, i) => expect(Math.abs(w - (expected[i] ?? NaN))).toBeLessThan(2e-6));
    expect(Math.abs((measured[0] ?? NaN) - (start[0] ?? NaN))).toBeGreaterThan(1e-3);
    variable.dispose();
    parameter.dispose();
  });

  // XNNPACK keeps packed weights by the tensor's id; its operations must not see an old one.
  test('the tensor of a parameter is a new one after every step', async () => {
    await backend.activate();
    const parameter = backend.parameter<tf.Rank.R2>(Float32Array.of(1, 0, 0, 1), [2, 2], 0);
    const x = tf.tensor2d([1, 2], [1, 2]);
    const product = (): number[] => [
      ...tf.fused.matMul({ a: x, b: parameter.tensor }).dataSync<'float32'>(),
    ];
    expect(product()).toEqual([1, 2]);
    const { dataId } = parameter.tensor;
    parameter.step(tf.tensor2d([-1, 0, 0, -1], [2, 2]), { name: 'sgd', rate: 1 });
    expect(parameter.tensor.dataId).not.toBe(dataId);
    expect(product()).toEqual([2, 4]);
    parameter.dispose();
  });

  test('gradients that square to 0 or ∞ in float32 keep their norm', async () => {
    await backend.activate();
    for (const size of [1e-25, 1e25]) {
      const parameter = backend.parameter<tf.Rank.R1>(new Float32Array(6), [6], 0);
      const gradient = tf.fill([6], size);
      const { gradientSquares, gradient: sum } = parameter.step(gradient, {
        name: 'sgd',
        rate: 1e-30,
      });
      expect(gradientSquares / (6 * Math.fround(size) ** 2)).toBeCloseTo(1, 6);
      expect(sum / (6 * Math.fround(size))).toBeCloseTo(1, 6);
      parameter.dispose();
    }
  });
});
