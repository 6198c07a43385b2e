import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { poolGeometry, type Geometry } from '../../../src/training/backend/geometry.ts';
import { backends } from '../training/backends.ts';
import { draw, eachTap } from './images.ts';

interface Case {
  readonly images: [number, number, number, number];
  readonly size: [number, number];
  readonly strides: [number, number];
  readonly pad: 'same' | 'valid';
}

const cases: readonly Case[] = [
  { images: [1, 1, 1, 1], size: [1, 1], strides: [1, 1], pad: 'valid' },
  { images: [3, 28, 28, 16], size: [2, 2], strides: [2, 2], pad: 'same' },
  { images: [2, 7, 5, 6], size: [2, 2], strides: [2, 2], pad: 'valid' },
  { images: [2, 7, 5, 6], size: [2, 2], strides: [2, 2], pad: 'same' },
  { images: [2, 9, 8, 5], size: [3, 3], strides: [2, 2], pad: 'same' },
  { images: [2, 6, 6, 8], size: [3, 2], strides: [1, 1], pad: 'same' },
];

describe.each(backends)('on $name', (backend) => {
  beforeAll(() => backend.activate());

  describe.each(cases)('max pooling of $images by $size, strides $strides, $pad', (pool) => {
    const { images, size, strides, pad } = pool;
    const g = poolGeometry(images, { filterSize: size, strides, pad });
    const count = images.reduce((product, length) => product * length, 1);
    const normal = draw(count, 1);
    // In tenths, so that windows hold equal values; and all of them equal, as after ReLU.
    const inTenths = normal.map((x) => Math.max(0, Math.round(x * 10) / 10));

    test.each([normal, inTenths, new Float32Array(count)])('takes the first largest (%#)', (x) => {
      const output = [g.batch, g.outHeight, g.outWidth, g.outChannels];
      const { values, gradient } = inDouble(g, x, draw(output.reduce((a, b) => a * b), 2)); // prettier-ignore
      const input = tf.tensor4d(x, images);
      const y = tf.maxPool(input, size, strides, pad);
      const dy = tf.tensor(draw(values.length, 2), y.shape);
      const dx = tf.grad((at) =>
        tf.maxPool(tf.reshape<tf.Rank.R4>(at, images), size, strides, pad),
      )(input, dy);
      expect(y.shape).toEqual(output);
      expect([...y.dataSync()]).toEqual([...values]);
      dx.dataSync().forEach((d, i) => expect(d).toBeCloseTo(gradient[i] ?? NaN, 5));
    });
  });
});

test('on wasm, a NaN in a window is its maximum', async () => {
  await backends[0]?.activate();
  const x = new Float32Array(2 * 2 * 5).fill(NaN, 5, 10);
  const y = tf.maxPool(tf.tensor4d(x, [1, 2, 2, 5]), 2, 2, 'valid');
  expect([...y.dataSync()]).toEqual(Array(5).fill(NaN));
});

/** Of each output the largest value of its window, and its dy to the first element that has it. */
function inDouble(g: Geometry, x: Float32Array, dy: Float32Array) {
  const channels = g.inChannels;
  const values = new Float32Array(dy.length).fill(-Infinity);
  const first = new Int32Array(dy.length);
  eachTap(g, (image, _, output) => {
    for (let c = 0; c < channels; c++) {
      const value = x[image * channels + c] ?? NaN;
      if (value <= (values[output * channels + c] ?? NaN)) continue;
      values[output * channels + c] = value;
      first[output * channels + c] = image * channels + c;
    }
  });
  const gradient = new Float64Array(x.length);
  first.forEach((at, output) => (gradient[at] = (gradient[at] ?? NaN) + (dy[output] ?? NaN)));
  return { values, gradient };
}
