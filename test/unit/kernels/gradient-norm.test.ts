import { expect, test } from 'vitest';
import { seeded } from '../../../src/experiment/random.ts';
import { Heap } from './heap.ts';

// Around the 4 lanes of a vector, and a real layer.
const counts = [1, 2, 3, 4, 5, 8, 11, 12, 13, 1000, 100_352];

test.each(counts)('squares adds up those of %i values, part by part', (count) => {
  const random = seeded(count);
  const gradient = Float32Array.from({ length: count }, () => random.normal());
  const heap = new Heap();
  const [values, vectors] = [heap.floats(count, gradient), Math.ceil(count / 4)];
  const perPart = Math.ceil(vectors / 3);
  const parts = heap.doubles(3);
  for (let from = 0; from < vectors; from += perPart) {
    const end = Math.min(from + perPart, vectors);
    heap.kernels.squares(count, heap.at(values), heap.at(parts), perPart, from, end);
  }
  const expected = gradient.reduce((sum, g) => sum + g * g, 0);
  const total = parts.reduce((sum, part) => sum + part, 0);
  expect(Math.abs(total - expected)).toBeLessThanOrEqual(1e-12 * expected);
});

test('squares holds what float32 cannot', () => {
  const heap = new Heap();
  for (const size of [1e-30, 1e30]) {
    const [values, parts] = [heap.floats(9).fill(size), heap.doubles(1)];
    heap.kernels.squares(9, heap.at(values), heap.at(parts), 3, 0, 3);
    expect((parts[0] ?? NaN) / (9 * Math.fround(size) ** 2)).toBeCloseTo(1, 12);
  }
});
