import { describe, expect, test } from 'vitest';
import { seeded } from '../../../src/experiment/random.ts';
import { Heap } from './heap.ts';

const rate = 0.01;

/** Each with its own numbers in the order of the kernels: decays, gains, scale, ε. */
const rules = {
  sgd: [0, 0, 0, 0, 0, 0],
  momentum: [0.9, 0, 0, 0, 0, 0],
  nesterov: [0.9, 0, 0, 0, 0, 0],
  rmsprop: [0.99, 0.01, 0, 0, 0, 1e-8],
  adam: [0.9, 0.1, 0.999, 0.001, 3, 1e-8],
} as const;
type Name = keyof typeof rules;
const adjustedKernels = {
  sgd: 'adjustedSgd',
  momentum: 'adjustedMomentum',
  nesterov: 'adjustedNesterov',
  rmsprop: 'adjustedRmsprop',
  adam: 'adjustedAdam',
} as const;
const names = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'] as const;

/** clip, l2, l1, keep */
type Adjustment = readonly [number, number, number, number];
const unadjusted: Adjustment = [1, 0, 0, 1];
const adjusted: Adjustment = [0.5, 0.125, 0.0625, 0.75];

// Around the 4 lanes of a vector, the 64 elements of a block, and a real layer.
const counts = [1, 2, 3, 4, 5, 63, 64, 65, 67, 128, 1000, 100_352];

interface Arrays {
  readonly gradient: Float32Array;
  readonly weights: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

describe.each(names)('%s', (name) => {
  test.each(counts)('steps %i weights as in double precision, and sums up the step', (count) => {
    const arrays = someArrays(count);
    for (const adjustment of [unadjusted, adjusted]) {
      const measured = onHeap(name, arrays, adjustment);
      const expected = inDouble(name, arrays, adjustment);
      expectClose(measured.next, expected.next, 1e-6);
      expectClose(measured.first, expected.first, 1e-6);
      expectClose(measured.second, expected.second, 1e-6);
      expectSums(measured, arrays);
    }
  });
});

test('L1 leaves a weight that is 0, or −0, where it is', () => {
  const arrays = { ...someArrays(7), gradient: new Float32Array(7) };
  arrays.weights.set([0, -0, 1, -1, 0, 2, -0]);
  const { next } = onHeap('sgd', arrays, [1, 0, 0.5, 1]);
  // 0.01 · 0.5 from each other weight towards 0
  const expected = [0, 0, 0.995, -0.995, 0, 1.995, 0];
  next.forEach((w, i) => expect(w).toBeCloseTo(expected[i] ?? NaN, 6));
});

test('a NaN among the gradients shows in the sum of squares', () => {
  const arrays = someArrays(100);
  arrays.gradient[97] = NaN;
  expect(onHeap('sgd', arrays, unadjusted).sums.gradientSquares).toBeNaN();
});

test('nothing beside the arrays is written', () => {
  const heap = new Heap();
  const [gradient, weights, sums] = [heap.floats(5), heap.floats(8).fill(7), heap.doubles(10)];
  const [g, w, s] = [heap.at(gradient), heap.at(weights), heap.at(sums)];
  const numbers = heap.floats(11, [rate, ...rules.sgd, ...unadjusted]);
  heap.kernels.sgd(5, g, w, 0, 0, s, 1, heap.at(numbers), 0, 1, heap.at(heap.floats(64)));
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
  // Not negative, since RMSProp takes the root of the first.
  const [first, second] = [draw(0.01).map(Math.abs), draw(0.001).map(Math.abs)];
  return { gradient, weights: draw(0.1), first, second };
}

type Stepped = Omit<ReturnType<typeof onHeap>, 'sums'>;

function onHeap(name: Name, arrays: Arrays, adjustment: Adjustment) {
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
  const numbers = heap.at(heap.floats(11, [rate, ...rules[name], ...adjustment]));
  const pointers = [gradient, next, first, second, sums].map((array) => heap.at(array));
  for (let from = 0; from < blocks; from += perPart) {
    const end = Math.min(from + perPart, blocks);
    const kernel = adjustment === unadjusted ? name : adjustedKernels[name];
    heap.kernels[kernel](count, ...pointers, perPart, numbers, from, end, scratch);
  }
  return { next, first, second, sums: pairTotals(sums) };
}

/** The formulas of the optimizers, in double precision. */
function inDouble(
  name: Name,
  { gradient, weights, first, second }: Arrays,
  [clip, l2, l1, keep]: Adjustment,
): Stepped {
  const [decay1, gain1, decay2, gain2, scale, epsilon] = rules[name];
  const at = (array: Float32Array, i: number): number => array[i] ?? NaN;
  const p = gradient.map((g, i) => clip * g + l2 * at(weights, i) + l1 * Math.sign(at(weights, i)));
  const m = first.map((x, i) => {
    if (name === 'momentum' || name === 'nesterov') return decay1 * x + at(p, i);
    if (name === 'rmsprop') return decay1 * x + gain1 * at(p, i) ** 2;
    return name === 'adam' ? decay1 * x + gain1 * at(p, i) : x;
  });
  const v = second.map((x, i) => (name === 'adam' ? decay2 * x + gain2 * at(p, i) ** 2 : x));
  const push = {
    sgd: (i: number) => at(p, i),
    momentum: (i: number) => at(m, i),
    nesterov: (i: number) => at(p, i) + decay1 * at(m, i),
    rmsprop: (i: number) => at(p, i) / (Math.sqrt(at(m, i)) + epsilon),
    adam: (i: number) => at(m, i) / (Math.sqrt(at(v, i)) * scale + epsilon),
  }[name];
  return { next: weights.map((w, i) => keep * w - rate * push(i)), first: m, second: v };
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
