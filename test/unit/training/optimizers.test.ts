import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { optimizers } from '../../../src/experiment/optimizers/catalogue.ts';
import {
  optimizerSpec,
  wholeOptimizer,
} from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { histogramOf } from '../../../src/run/histogram.ts';
import { backends, wasm } from './backends.ts';

const size = 37;
const rate = 0.02;

const theirNames = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'] as const;

/** Those that tfjs has. Its RMSProp has ε in the root: the square of ours is as little there. */
const theirs: Record<(typeof theirNames)[number], () => tf.Optimizer> = {
  sgd: () => tf.train.sgd(rate),
  momentum: () => tf.train.momentum(rate, 0.9),
  nesterov: () => tf.train.momentum(rate, 0.9, true),
  rmsprop: () => tf.train.rmsprop(rate, 0.99, 0, 1e-16),
  adam: () => tf.train.adam(rate, 0.9, 0.999, 1e-8),
};

describe.each(backends)('on $name', (backend) => {
  test.each(theirNames)('%s takes the 20 steps that tfjs takes', async (name) => {
    await backend.activate();
    const random = seeded(1);
    const draw = (): Float32Array => Float32Array.from({ length: size }, () => random.normal());
    const start = draw();
    const gradients = Array.from({ length: 20 }, draw);

    const variable = tf.variable(tf.tensor1d(start), true, 'w');
    const optimizer = theirs[name]();
    for (const gradient of gradients) optimizer.applyGradients({ w: tf.tensor1d(gradient) });
    const expected = variable.dataSync<'float32'>();

    const parameter = backend.parameter(start, [size], optimizers[name].slots);
    gradients.forEach((gradient, i) => {
      parameter.step(
        tf.tensor1d(gradient),
        updateRule(wholeOptimizer({ name, learningRate: rate }), i + 1, 20, 1),
      );
    });
    const measured = parameter.tensor.dataSync<'float32'>();
    measured.forEach((w, i) => expect(Math.abs(w - (expected[i] ?? NaN))).toBeLessThan(2e-6));
    expect(Math.abs((measured[0] ?? NaN) - (start[0] ?? NaN))).toBeGreaterThan(1e-3);
    variable.dispose();
    parameter.dispose();
  });

  // XNNPACK keeps packed weights by the tensor's id, and would go on with those of before the step.
  test('a step in place is seen by every product that the weights are in', async () => {
    await backend.activate();
    const eye = Float32Array.of(1, 0, 0, 1);
    const parameter = backend.parameter(eye, [2, 2], 0);
    const x = tf.tensor2d([1, 2], [1, 2]);
    const pixels = tf.tensor4d([1, 2], [1, 1, 1, 2]);
    const weights = (): tf.Tensor2D => tf.reshape(parameter.tensor, [2, 2]);
    const filter = (): tf.Tensor4D => tf.reshape(parameter.tensor, [1, 1, 2, 2]);
    const products = (): number[][] =>
      [
        tf.fused.matMul({ a: x, b: weights() }),
        tf.matMul(x, weights()),
        tf.conv2d(pixels, filter(), 1, 'same'),
        tf.fused.conv2d({ x: pixels, filter: filter(), strides: 1, pad: 'same' }),
        tf.conv2dTranspose(pixels, filter(), [1, 1, 1, 2], 1, 'same'),
      ].map((product) => [...product.dataSync()]);
    expect(products()).toEqual(Array(5).fill([1, 2]));
    parameter.step(tf.tensor2d([-1, 0, 0, -1], [2, 2]), { name: 'sgd', rate: 1 });
    expect(products()).toEqual(Array(5).fill([2, 4]));
    parameter.dispose();
  });

  test('a parameter without the slots that a rule needs refuses the step', async () => {
    await wasm.activate();
    const parameter = wasm.parameter(new Float32Array(4), [4], 2);
    const step = (): unknown =>
      parameter.step(tf.zeros([4]), updateRule(optimizerSpec('momentum'), 1, 1, 1));
    expect(step).toThrow('momentum takes 1 slots');
    parameter.dispose();
  });

  test('the histogram counts each gradient in the bin of its sign and exponent', async () => {
    await backend.activate();
    const parameter = backend.parameter(new Float32Array(9), [9], 0);
    const bins = new Float64Array(512);
    const values = [1, 1.99, 2, -0.5, -0.75, 0, 1e-45, Infinity, NaN];
    parameter.addToHistogram(tf.tensor1d(values), bins);
    parameter.addToHistogram(tf.tensor1d(values), bins);
    expect(histogramOf(bins)).toEqual({
      lowest: -1,
      negative: [4, 0, 0],
      zeros: 4,
      positive: [0, 4, 2],
      notFinite: 4,
    });
    parameter.dispose();
  });

  test('gradients that square to 0 or ∞ in float32 keep their norm', async () => {
    await backend.activate();
    for (const size of [1e-25, 1e25]) {
      const parameter = backend.parameter(new Float32Array(6), [6], 0);
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
