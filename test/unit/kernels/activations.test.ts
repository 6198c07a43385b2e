import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../training/backends.ts';
import { draw } from './images.ts';

const counts = [1, 3, 4, 5, 63, 1000];

describe.each(backends)('on $name', (backend) => {
  beforeAll(() => backend.activate());

  test.each(counts)('ReLU of %i numbers and its gradient', (count) => {
    const x = draw(count, 1).map((value, i) => (i % 7 === 3 ? 0 : value));
    const dy = draw(count, 2);
    expect([...tf.relu(tf.tensor1d(x)).dataSync()]).toEqual([...x.map((v) => Math.max(v, 0))]);
    const dx = tf
      .grad((at) => tf.relu(at))(tf.tensor1d(x), tf.tensor1d(dy))
      .dataSync();
    expect([...dx].map((d) => d + 0)).toEqual([...dy].map((d, i) => ((x[i] ?? NaN) > 0 ? d : 0)));
  });

  test.each([
    [
      'sigmoid',
      (x: tf.Tensor) => tf.sigmoid(x),
      (x: number) => 1 / (1 + Math.exp(-x)),
      (y: number) => y * (1 - y),
    ],
    ['tanh', (x: tf.Tensor) => tf.tanh(x), Math.tanh, (y: number) => 1 - y * y],
  ] as const)(
    '%s and its gradient are those of double precision, saturated or not',
    (_name, of, value, slope) => {
      const x = Float32Array.of(
        ...draw(1001, 1),
        1e-6,
        9.5,
        -17,
        23,
        88,
        -88,
        89,
        -200,
        1e30,
        -1e30,
      );
      const y = of(tf.tensor1d(x)).dataSync();
      y.forEach((measured, i) =>
        expect(Math.abs(measured - value(x[i] ?? NaN))).toBeLessThan(3e-7),
      );
      const dy = draw(x.length, 2);
      const dx = tf
        .grad((at) => of(at))(tf.tensor1d(x), tf.tensor1d(dy))
        .dataSync();
      dx.forEach((measured, i) => {
        const expected = (dy[i] ?? NaN) * slope(value(x[i] ?? NaN));
        expect(Math.abs(measured - expected)).toBeLessThan(1e-6);
      });
      expect([...of(tf.tensor1d([NaN, Infinity, -Infinity])).dataSync()].map((v) => v + 0)).toEqual(
        [NaN, 1, value(-Infinity)],
      );
    },
  );

  test('ReLU keeps NaN and turns the infinities to 0 and ∞', () => {
    const x = tf.tensor1d([NaN, -Infinity, Infinity, -0, NaN]);
    expect([...tf.relu(x).dataSync()].map((y) => y + 0)).toEqual([NaN, 0, Infinity, 0, NaN]);
  });

  test.each([
    [1, 1],
    [5, 3],
    [127, 4],
    [300, 10],
    [1000, 33],
  ])('sums over %i rows of %i columns are those of double precision', (rows, columns) => {
    const x = draw(rows * columns, 3);
    const measured = tf.sum(tf.tensor2d(x, [rows, columns]), 0).dataSync();
    const expected = new Float64Array(columns);
    const sizes = new Float64Array(columns);
    x.forEach((value, i) => {
      expected[i % columns] = (expected[i % columns] ?? NaN) + value;
      sizes[i % columns] = (sizes[i % columns] ?? NaN) + Math.abs(value);
    });
    expect(measured).toHaveLength(columns);
    measured.forEach((sum, c) =>
      expect(Math.abs(sum - (expected[c] ?? NaN)) / (sizes[c] ?? NaN)).toBeLessThan(1e-6),
    );
  });

  test('every other sum is tfjs’s, and the shape is as asked', () => {
    const x = tf.tensor3d([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2]);
    expect(tf.sum(x, [0, 1], true)).toMatchObject({ shape: [1, 1, 2] });
    expect([...tf.sum(x, [0, 1]).dataSync()]).toEqual([16, 20]);
    expect([...tf.sum(x, -1).dataSync()]).toEqual([3, 7, 11, 15]);
    expect([...tf.sum(x, 0).dataSync()]).toEqual([6, 8, 10, 12]);
    expect([...tf.sum(x).dataSync()]).toEqual([36]);
    expect(tf.sum(tf.tensor2d([1, 2], [2, 1], 'int32'), 0).dtype).toBe('int32');
  });
});
