import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../../../src/experiment/random.ts';
import { backends } from '../training/backends.ts';

const shapes: [m: number, k: number, n: number][] = [
  [1, 1, 1],
  [4, 8, 8],
  [5, 7, 9],
  [3, 1, 10],
  [128, 784, 10],
  [33, 129, 17],
];

const transposes: [a: boolean, b: boolean][] = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
];

describe.each(backends)('matMul on $name', (backend) => {
  beforeAll(() => backend.activate());

  describe.each(transposes)('transposed %s, %s', (transposeA, transposeB) => {
    test.each(shapes)('multiplies %i × %i by %i columns as in double precision', (m, k, n) => {
      const a = draw(m * k, 1);
      const b = draw(k * n, 2);
      const left = transposeA ? transposed(a, m, k) : tf.tensor2d(a, [m, k]);
      const right = transposeB ? transposed(b, k, n) : tf.tensor2d(b, [k, n]);
      const product = tf.matMul(left, right, transposeA, transposeB);
      expect(product.shape).toEqual([m, n]);
      expectProduct(product.dataSync(), a, b, [m, k, n]);
    });
  });

  test('multiplies each matrix of a batch, and one by each of a batch', () => {
    const [a, b] = [draw(3 * 4 * 5, 3), draw(3 * 5 * 6, 4)];
    const batch = tf.matMul(tf.tensor3d(a, [3, 4, 5]), tf.tensor3d(b, [3, 5, 6])).dataSync();
    const one = tf
      .matMul(tf.tensor3d(a.slice(0, 20), [1, 4, 5]), tf.tensor3d(b, [3, 5, 6]))
      .dataSync();
    for (let i = 0; i < 3; i++) {
      const right = b.slice(30 * i, 30 * i + 30);
      expectProduct(
        batch.slice(24 * i, 24 * i + 24),
        a.slice(20 * i, 20 * i + 20),
        right,
        [4, 5, 6],
      );
      expectProduct(one.slice(24 * i, 24 * i + 24), a.slice(0, 20), right, [4, 5, 6]);
    }
  });

  test('keeps a NaN to its row', () => {
    const a = tf.tensor2d([1, NaN, 3, 4], [2, 2]);
    expect([...tf.matMul(a, tf.ones([2, 2])).dataSync()]).toEqual([NaN, NaN, 7, 7]);
  });
});

function draw(count: number, seed: number): Float32Array {
  const random = seeded(seed);
  return Float32Array.from({ length: count }, () => random.normal());
}

function transposed(values: Float32Array, rows: number, columns: number): tf.Tensor2D {
  const turned = values.map((_, i) => values[(i % rows) * columns + Math.floor(i / rows)] ?? NaN);
  return tf.tensor2d(turned, [columns, rows]);
}

function expectProduct(
  measured: ArrayLike<number>,
  a: Float32Array,
  b: Float32Array,
  [m, k, n]: [number, number, number],
): void {
  let worst = 0;
  for (let i = 0; i < m * n; i++) {
    let sum = 0;
    let size = 0;
    for (let p = 0; p < k; p++) {
      const term = (a[Math.floor(i / n) * k + p] ?? NaN) * (b[p * n + (i % n)] ?? NaN);
      sum += term;
      size += Math.abs(term);
    }
    worst = Math.max(worst, Math.abs((measured[i] ?? NaN) - sum) / size);
  }
  // Each of k roundings is at most 2^−24 of the running sum.
  expect(worst).toBeLessThanOrEqual(k * 2 ** -24);
}
