import { describe, expect, test } from 'vitest';
import { seeded } from '../../../src/experiment/random.ts';
import { Heap } from './heap.ts';

const rate = 0.01;
const adamNumbers = { beta1: 0.9, beta2: 0.999, scale: 3, epsilon: 1e-8 };

// Around the 4 lanes of a vector, the 64 elements of a block, and a real layer.
const counts = [1, 2, 3, 4, 5, 63, 64, 65, 67, 128, 1000, 100_352];

interface Arrays {
  readonly gradient: Float32Array;
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

describe.each(['sgd', 'momentum', 'adam'] as const)('%s', (name) => {
  test.each(counts)('steps %i weights as in double precision, and sums up the step', (count) => {
    const arrays = someArrays(count);
    const measured = onHeap(name, arrays);
    const expected = inDouble(name, arrays);
    expectClose(measured.next, expected.next, 1e-6);
    expectClose(measured.first, expected.first, 1e-6);
    expectClose(measured.second, expected.second, 1e-6);
    expectSums(measured, arrays);
  });
});

test('a NaN among the gradients shows in the sum of squares', () => {
  const arrays = someArrays(100);
  arrays.gradient[97] = NaN;
  expect(onHeap('sgd', arrays).sums.gradientSquares).toBeNaN();
});

test('nothing beside the arrays is written', () => {
  const heap = new Heap();
  const [gradient, weights, sums] = [heap.floats(5), heap.floats(8).fill(7), heap.doubles(10)];
  const [g, w, s] = [heap.at(gradient), heap.at(weights), heap.at(sums)];
  heap.kernels.sgd(5, g, w, s, 1, rate, 0, 1, heap.at(heap.floats(64)));
  expect([...weights.subarray(5)]).toEqual([7, 7, 7]);
});

test('exactSums holds squares that float32 cannot', () => {
  const heap = new Heap();
  for (const size of [1e-30, 1e30]) {
    const gradient = heap.floats(1000).fill(size);
    const sums = heap.doubles(2);
    heap.kernels.exactSums(1000, heap.at(gradient), heap.at(sums));
    expect(sums[0]).toBeCloseTo(1000 * Math.fround(size), -20);
    expect((sums[1] ?? NaN) / (1000 * Math.fround(size) ** 2)).toBeCloseTo(1, 12);
  }
});

function someArrays(count: number): Arrays {
  const random = seeded(count);
  const draw = (scale: number): Float32Array =>
    Float32Array.from({ length: count }, () => scale * random.normal());
  const gradient = draw(0.01).map((g) => (random.below(5) === 0 ? 0 : g));
  return { gradient, weights: draw(0.1), first: draw(0.01), second: draw(0.001).map(Math.abs) };
}

type Stepped = Omit<ReturnType<typeof onHeap>, 'sums'>;

function onHeap(name: 'sgd' | 'momentum' | 'adam', arrays: Arrays) {
  const heap = new Heap();
  const count = arrays.gradient.length;
  const copy = (values: Float32Array): Float32Array => heap.floats(count, values);
  const [gradient, next] = [copy(arrays.gradient), copy(arrays.weights)];
  const [first, second] = [copy(arrays.first), copy(arrays.second)];
  const blocks = Math.ceil(count / 64);
  // Two parts where there are blocks for it, as two threads would take them.
  const perPart = Math.max(1, Math.ceil(blocks / 2));
  const sums = heap.doubles(20).fill(0);
  const scratch = heap.at(heap.floats(64));
  const { beta1, beta2, scale, epsilon } = adamNumbers;
  const [g, w, m, v, s] = [gradient, next, first, second, sums].map((a) => heap.at(a)) as [number, number, number, number, number]; // prettier-ignore
  for (let from = 0; from < blocks; from += perPart) {
    const range = [from, Math.min(from + perPart, blocks), scratch] as const;
    if (name === 'sgd') heap.kernels.sgd(count, g, w, s, perPart, rate, ...range);
    if (name === 'momentum') heap.kernels.momentum(count, g, w, m, s, perPart, rate, 0.9, ...range);
    if (name === 'adam') heap.kernels.adam(count, g, w, m, v, s, perPart, rate, beta1, 1 - beta1, beta2, 1 - beta2, scale, epsilon, ...range); // prettier-ignore
  }
  return { next, first, second, sums: pairTotals(sums) };
}

/** The formulas of the optimizers, in double precision. */
function inDouble(name: string, { gradient, weights, first, second }: Arrays): Stepped {
  const { beta1, beta2, scale, epsilon } = adamNumbers;
  const m = first.map((x, i) => {
    const g = gradient[i] ?? NaN;
    if (name === 'momentum') return 0.9 * x + g;
    return name === 'adam' ? beta1 * x + (1 - beta1) * g : x;
  });
  const v = second.map((x, i) =>
    name === 'adam' ? beta2 * x + (1 - beta2) * (gradient[i] ?? NaN) ** 2 : x,
  );
  const push = gradient.map((g, i) => {
    if (name === 'sgd') return g;
    return name === 'momentum'
      ? (m[i] ?? NaN)
      : (m[i] ?? NaN) / (Math.sqrt(v[i] ?? NaN) * scale + epsilon);
  });
  return { next: weights.map((w, i) => w - rate * (push[i] ?? NaN)), first: m, second: v };
}

function pairTotals(sums: Float64Array) {
  const total = (pair: number): number =>
    [0, 1, 10, 11].reduce((sum, at) => sum + (sums[2 * pair + at] ?? NaN), 0);
  return {
    gradient: total(0),
    gradientSquares: total(1),
    gradientZeros: total(2),
    weightSquares: total(3),
    stepSquares: total(4),
  };
}

function expectSums(
  { next, sums }: ReturnType<typeof onHeap>,
  { gradient, weights }: Arrays,
): void {
  const sum = (values: Float32Array, of: (x: number, i: number) => number): number =>
    values.reduce((total, x, i) => total + of(x, i), 0);
  const magnitude = sum(gradient, Math.abs);
  expect(Math.abs(sums.gradient - sum(gradient, (g) => g))).toBeLessThanOrEqual(1e-6 * magnitude);
  expectRelative(
    sums.gradientSquares,
    sum(gradient, (g) => g * g),
  );
  expect(sums.gradientZeros).toBe(sum(gradient, (g) => (g === 0 ? 1 : 0)));
  expectRelative(
    sums.weightSquares,
    sum(weights, (w) => w * w),
  );
  expectRelative(
    sums.stepSquares,
    sum(next, (w, i) => (w - (weights[i] ?? NaN)) ** 2),
  );
}

function expectRelative(measured: number, expected: number): void {
  expect(Math.abs(measured - expected)).toBeLessThanOrEqual(1e-6 * expected);
}

/** Relative to each value, or to the root mean square where a difference has cancelled. */
function expectClose(measured: Float32Array, expected: Float32Array, tolerance: number): void {
  const floor = Math.sqrt(expected.reduce((sum, x) => sum + x * x, 0) / expected.length);
  const worst = measured.reduce((max, x, i) => {
    const e = expected[i] ?? NaN;
    const error = Math.abs(x - e) / Math.max(Math.abs(e), floor);
    return error > max || Number.isNaN(error) ? error : max;
  }, 0);
  expect(worst).toBeLessThanOrEqual(tolerance);
}
