import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { isWinograd, turnedGeometry } from '../../../src/training/backend/convolution-method.ts';
import { transposedConvolution } from '../../../src/training/operations/transposed-convolution.ts';
import { convolutionGeometry, type Geometry } from '../../../src/training/backend/geometry.ts';
import { backends } from '../training/backends.ts';
import { draw, eachProduct, sums, worstError, worstOfLargest, type Sums } from './images.ts';

type Shape = [number, number, number, number];

interface Case {
  readonly name: string;
  /** [batch, height, width, channels] */
  readonly images: Shape;
  /** [height, width, in, out] */
  readonly filter: Shape;
  readonly strides?: [number, number];
  readonly pad?: 'same' | 'valid' | number;
}

const cases: readonly Case[] = [
  { name: '1x1 of everything', images: [1, 1, 1, 1], filter: [1, 1, 1, 1] },
  { name: 'one channel', images: [3, 9, 7, 1], filter: [3, 3, 1, 16] },
  { name: 'odd sizes', images: [2, 7, 5, 3], filter: [3, 3, 3, 5] },
  { name: 'five by two taps', images: [2, 8, 9, 3], filter: [5, 2, 3, 9], pad: 'valid' },
  { name: 'stride 2, same', images: [2, 9, 8, 4], filter: [3, 3, 4, 8], strides: [2, 2] },
  { name: 'stride 2, a tap', images: [2, 7, 6, 4], filter: [1, 1, 4, 8], strides: [2, 2] },
  { name: 'strides 3 and 1', images: [2, 10, 5, 2], filter: [2, 3, 2, 3], strides: [3, 1] },
  { name: 'strides over what is left', images: [1, 8, 8, 3], filter: [3, 3, 3, 4], strides: [3, 3], pad: 'valid' }, // prettier-ignore
  { name: 'taps on padding alone', images: [1, 2, 2, 2], filter: [5, 5, 2, 11], pad: 4 },
  { name: 'Winograd', images: [2, 14, 14, 16], filter: [3, 3, 16, 32] },
  { name: 'Winograd, cut tiles', images: [3, 7, 11, 8], filter: [3, 3, 8, 8] },
  { name: 'Winograd, valid', images: [5, 9, 6, 12], filter: [3, 3, 12, 16], pad: 'valid' },
  { name: 'Winograd, a large batch', images: [51, 4, 4, 8], filter: [3, 3, 8, 16] },
];

describe.each(backends)('on $name', (backend) => {
  beforeAll(() => backend.activate());

  describe.each(cases)('$name', ({ images, filter, strides = [1, 1], pad = 'same' }) => {
    const attrs = { strides, pad, dataFormat: 'NHWC' as const };
    const g = convolutionGeometry(images, filter, attrs);
    const output: Shape = [g.batch, g.outHeight, g.outWidth, g.outChannels];
    const x = draw(size(images), 1);
    const w = draw(size(filter), 2);
    const dy = draw(size(output), 3);
    const bias = draw(g.outChannels, 4);

    test('the forward pass is that of double precision', () => {
      const y = tf.conv2d(tf.tensor4d(x, images), tf.tensor4d(w, filter), strides, pad);
      expect(y.shape).toEqual(output);
      expectSums(y, reference(g, x, w), isWinograd(g));
    });

    test('so it is with bias and ReLU', () => {
      const y = fused(x, w, bias, { images, filter }, attrs);
      const { values, sizes } = reference(g, x, w, bias);
      expectSums(y, { values: values.map((v) => Math.max(v, 0)), sizes }, isWinograd(g));
    });

    test('so is the gradient at the inputs', () => {
      const dx = run('Conv2DBackpropInput', { dy: tf.tensor4d(dy, output), filter: tf.tensor4d(w, filter) }, { ...attrs, inputShape: images }); // prettier-ignore
      const expected = sums(x.length, (add) =>
        eachProduct(g, (i, f, o) => add(i, (w[f] ?? NaN) * (dy[o] ?? NaN))),
      );
      expectSums(dx, expected, isWinograd(turnedGeometry(g)));
    });

    test('so is the gradient at the filter', () => {
      const dw = run('Conv2DBackpropFilter', { x: tf.tensor4d(x, images), dy: tf.tensor4d(dy, output) }, { ...attrs, filterShape: filter }); // prettier-ignore
      const expected = sums(w.length, (add) =>
        eachProduct(g, (i, f, o) => add(f, (x[i] ?? NaN) * (dy[o] ?? NaN))),
      );
      expectSums(dw, expected, isWinograd(g));
    });
  });

  test.each([4, 16])('a NaN reaches the output, ReLU or not, with %i channels', (channels) => {
    const shapes = { images: [1, 8, 8, channels], filter: [3, 3, channels, 8] } as const;
    const x = draw(64 * channels, 1).fill(NaN, 0, 1);
    const w = draw(72 * channels, 2);
    const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC' };
    const y = fused(x, w, new Float32Array(8), shapes, attrs).dataSync();
    expect([...y.slice(0, 8)]).toEqual(Array(8).fill(NaN));
  });
});

describe.each(backends)('on $name', (backend) => {
  test.each([
    [[1, 1, 1, 1], 1],
    [[3, 4, 5, 7], 3],
    [[2, 8, 8, 64], 32],
  ] as [Shape, number][])(
    'a transposed convolution of %s to %i channels and its gradients',
    async (shape, channels) => {
      await backend.activate();
      const [batch, height, width, ins] = shape;
      const output: Shape = [batch, 2 * height, 2 * width, channels];
      const filter: Shape = [2, 2, channels, ins];
      const [x, w, bias, dy] = [draw(size(shape), 1), draw(size(filter), 2), draw(channels, 3), draw(size(output), 4)]; // prettier-ignore
      // Its sums are those of the gradient at the inputs of the convolution from its output to its input.
      const g = convolutionGeometry(output, filter, { strides: 2, pad: 'valid' });
      const expected = sums(size(output), (add) => {
        eachProduct(g, (i, f, o) => add(i, (w[f] ?? NaN) * (x[o] ?? NaN)));
        for (let i = 0; i < size(output); i++) add(i, bias[i % channels] ?? NaN);
      });
      const inputs = [tf.tensor4d(x, shape), tf.tensor4d(w, filter), tf.tensor1d(bias)] as const;
      expectSums(transposedConvolution(...inputs), expected, false);
      const [dx, dw, db] = tf.grads(
        (a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) =>
      transposedConvolution(tf.reshape<tf.Rank.R4>(a, shape), tf.reshape<tf.Rank.R4>(b, filter), tf.reshape<tf.Rank.R1>(c, [channels])), // prettier-ignore
      )([...inputs], tf.tensor4d(dy, output));
      if (!dx || !dw || !db) throw new Error('Three gradients');
      expectSums(dx, sums(x.length, (add) => eachProduct(g, (i, f, o) => add(o, (w[f] ?? NaN) * (dy[i] ?? NaN)))), false); // prettier-ignore
      expectSums(dw, sums(w.length, (add) => eachProduct(g, (i, f, o) => add(f, (x[o] ?? NaN) * (dy[i] ?? NaN)))), false); // prettier-ignore
      expectSums(
        db,
        sums(channels, (add) => dy.forEach((d, i) => add(i % channels, d))),
        false,
      );
    },
  );
});

// Saturated: sums that overflow are infinite, and not a large number or NaN.
test.each([4, 16])(
  'on wasm, sums that overflow are infinite, with %i channels',
  async (channels) => {
    await backends[0]?.activate();
    const x = tf.fill([1, 8, 8, channels], 1e20);
    const w = tf.fill([3, 3, channels, 8], 1e20);
    const attrs = { strides: 1, pad: 'same', dataFormat: 'NHWC', dilations: 1 };
    const y = run('FusedConv2D', { x, filter: w, bias: tf.zeros([8]) }, attrs).dataSync();
    expect([...y].some(Number.isFinite)).toBe(false);
  },
);

test('the cases reach both ways of each of the three sums', () => {
  const ways = cases.map(({ images, filter, strides = [1, 1], pad = 'same' }) =>
    convolutionGeometry(images, filter, { strides, pad }),
  );
  expect(new Set(ways.map(isWinograd)).size).toBe(2);
  expect(new Set(ways.map((g) => isWinograd(turnedGeometry(g)))).size).toBe(2);
});

function fused(
  x: Float32Array,
  w: Float32Array,
  bias: Float32Array,
  { images, filter }: { readonly images: Readonly<Shape>; readonly filter: Readonly<Shape> },
  attrs: tf.NamedAttrMap,
): tf.Tensor {
  const inputs = {
    x: tf.tensor4d(x, [...images]),
    filter: tf.tensor4d(w, [...filter]),
    bias: tf.tensor1d(bias),
  };
  return run('FusedConv2D', inputs, { ...attrs, dilations: 1, activation: 'relu' });
}

function run(name: string, inputs: tf.NamedTensorMap, attrs: tf.NamedAttrMap): tf.Tensor {
  return tf.engine().runKernel(name, inputs, attrs);
}

function reference(g: Geometry, x: Float32Array, w: Float32Array, bias?: Float32Array): Sums {
  const count = g.batch * g.outHeight * g.outWidth * g.outChannels;
  return sums(count, (add) => {
    eachProduct(g, (i, f, o) => add(o, (x[i] ?? NaN) * (w[f] ?? NaN)));
    if (bias) for (let o = 0; o < count; o++) add(o, bias[o % g.outChannels] ?? NaN);
  });
}

/** Direct sums of up to some thousand terms to 1e-6 of the terms; Winograd's to 2e-6 of the largest. */
function expectSums(measured: tf.Tensor, expected: Sums, isWinogradSum: boolean): void {
  const values = measured.dataSync();
  expect(values).toHaveLength(expected.values.length);
  if (isWinogradSum) expect(worstOfLargest(values, expected)).toBeLessThan(2e-6);
  else expect(worstError(values, expected)).toBeLessThan(1e-6);
}

function size(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}
