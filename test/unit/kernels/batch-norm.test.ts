import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  batchNormInference,
  batchNormTraining,
  epsilon,
} from '../../../src/training/operations/batch-norm.ts';
import { backends } from '../training/backends.ts';
import { draw } from './images.ts';

interface Case {
  readonly rows: number;
  readonly channels: number;
  readonly relu: boolean;
  readonly plus: boolean;
  /** Added to all of x: what the variance must not lose digits to. */
  readonly offset: number;
}

const cases: readonly Case[] = [
  { rows: 2, channels: 4, relu: false, plus: false, offset: 0 },
  { rows: 3, channels: 8, relu: true, plus: false, offset: 0 },
  { rows: 65, channels: 16, relu: false, plus: true, offset: 1 },
  { rows: 300, channels: 12, relu: true, plus: true, offset: 0 },
  { rows: 9000, channels: 4, relu: true, plus: true, offset: 100 },
  { rows: 1, channels: 4, relu: false, plus: false, offset: 3 },
];

describe.each(backends)('batch normalisation on $name', (backend) => {
  beforeAll(() => backend.activate());

  test.each(cases)('of $rows rows of $channels, ReLU $relu, shortcut $plus, about $offset', (c) => {
    const data = dataOf(c);
    const expected = forwardInDouble(c, data);
    const { y, mean, variance } = batchNormTraining(tensors(c, data), c.relu);
    // A unit in the last place of an x about 100 is 4e-6 of its deviation.
    const digits = c.offset > 10 ? 4 : 5;
    expectClose(y, expected.y, digits);
    expectClose(mean, expected.mean, digits - 1);
    expectClose(variance, expected.variance, digits);
  });

  test.each(cases)('the gradient, $rows rows of $channels, about $offset', (c) => {
    const data = dataOf(c);
    const { x, gamma, beta, plus } = tensors(c, data);
    const dy = tf.tensor2d(data.dy, [c.rows, c.channels]);
    const inputs = [x, gamma, beta, ...(plus ? [plus] : [])];
    const gradients = tf.grads((...all: tf.Tensor[]) => {
      const [tx, tGamma, tBeta, tPlus] = all;
      if (!tx || !tGamma || !tBeta) throw new Error('Three tensors');
      const named = { x: tx, gamma: tGamma, beta: tBeta, ...(tPlus && { plus: tPlus }) };
      return batchNormTraining(named, c.relu).y;
    })(inputs, dy);
    const expected = backwardInDouble(c, data);
    const digits = c.offset > 10 ? 3 : 4;
    [expected.dx, expected.dGamma, expected.dBeta, expected.dPlus].forEach((values, i) => {
      const measured = gradients[i];
      if (measured) expectClose(measured, values, digits);
    });
    expect(gradients).toHaveLength(c.plus ? 4 : 3);
  });

  test('by learnt moments each value goes its own way', () => {
    const x = tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [2, 4]);
    const inputs = { x, gamma: tf.tensor1d([1, 2, 3, -1]), beta: tf.tensor1d([0, 0, 1, 1]) };
    const [mean, variance] = [tf.tensor1d([1, 2, 0, 4]), tf.tensor1d([4, 1, 9, 1])];
    const y = batchNormInference(inputs, mean, variance, true);
    const exact = [0, 0, 4, 1, 2, 8, 8, 0];
    y.dataSync().forEach((value, i) => expect(value).toBeCloseTo(exact[i] ?? NaN, 3));
  });

  test('a NaN reaches every row of its channel, and no other channel', () => {
    const x = tf.tensor2d([NaN, 1, 2, 3, 4, 5, 6, 7], [2, 4]);
    const y = batchNormTraining({ x, gamma: tf.ones([4]), beta: tf.zeros([4]) }, true).y.dataSync();
    expect([y[0], y[4]]).toEqual([NaN, NaN]);
    expect([...y].filter(Number.isNaN)).toHaveLength(2);
  });
});

function dataOf({ rows, channels, offset }: Case) {
  const size = rows * channels;
  return {
    x: draw(size, 1).map((v) => v + offset),
    gamma: draw(channels, 2),
    beta: draw(channels, 3),
    plus: draw(size, 4),
    dy: draw(size, 5),
  };
}

type Data = ReturnType<typeof dataOf>;

function tensors({ rows, channels, plus }: Case, data: Data) {
  const shape: [number, number] = [rows, channels];
  return {
    x: tf.tensor2d(data.x, shape),
    gamma: tf.tensor1d(data.gamma),
    beta: tf.tensor1d(data.beta),
    ...(plus && { plus: tf.tensor2d(data.plus, shape) }),
  };
}

function forwardInDouble({ rows, channels, relu, plus }: Case, data: Data) {
  const of = (c: number): number[] => Array.from({ length: rows }, (_, r) => data.x[r * channels + c] ?? NaN); // prettier-ignore
  const all = Array.from({ length: channels }, (_, c) => of(c));
  const mean = all.map((values) => values.reduce((a, b) => a + b, 0) / rows);
  const variance = all.map(
    (values, c) => values.reduce((sum, v) => sum + (v - (mean[c] ?? NaN)) ** 2, 0) / rows,
  );
  const normal = Array.from(data.x, (v, i) => {
    const c = i % channels;
    return (v - (mean[c] ?? NaN)) / Math.sqrt((variance[c] ?? NaN) + epsilon);
  });
  const y = normal.map((v, i) => {
    const c = i % channels;
    const z = v * (data.gamma[c] ?? NaN) + (data.beta[c] ?? NaN) + (plus ? (data.plus[i] ?? NaN) : 0); // prettier-ignore
    return relu ? Math.max(z, 0) : z;
  });
  return { mean, variance, normal, y };
}

/** The gradient by the textbook's chain of derivatives, in double precision. */
function backwardInDouble(c: Case, data: Data) {
  const { rows, channels } = c;
  const { variance, normal, y } = forwardInDouble(c, data);
  const dz = Array.from(data.dy, (d, i) => (c.relu && (y[i] ?? NaN) <= 0 ? 0 : d));
  const dGamma = new Array<number>(channels).fill(0);
  const dBeta = new Array<number>(channels).fill(0);
  dz.forEach((d, i) => {
    dGamma[i % channels] = (dGamma[i % channels] ?? NaN) + d * (normal[i] ?? NaN);
    dBeta[i % channels] = (dBeta[i % channels] ?? NaN) + d;
  });
  const dx = dz.map((d, i) => {
    const k = i % channels;
    const scale = (data.gamma[k] ?? NaN) / Math.sqrt((variance[k] ?? NaN) + epsilon);
    return scale * (d - (dBeta[k] ?? NaN) / rows - ((normal[i] ?? NaN) * (dGamma[k] ?? NaN)) / rows); // prettier-ignore
  });
  return { dx, dGamma, dBeta, dPlus: dz };
}

/** Relative to the largest value, or to 1 if that is less. */
function expectClose(measured: tf.Tensor, expected: readonly number[], digits: number): void {
  const values = measured.dataSync();
  expect(values).toHaveLength(expected.length);
  const largest = Math.max(1, ...expected.map(Math.abs));
  const worst = expected.reduce((most, value, i) => {
    const error = Math.abs((values[i] ?? NaN) - value) / largest;
    return error > most || Number.isNaN(error) ? error : most;
  }, 0);
  expect(worst).toBeLessThan(10 ** -digits);
}
