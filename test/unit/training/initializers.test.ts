import { expect, test } from 'vitest';
import { initialWeights } from '../../../src/training/initializers.ts';
import { seeded } from '../../../src/experiment/random.ts';

const shape: [number, number] = [300, 200];
const layer = {
  name: 'dense',
  shape,
  units: 200,
  fanIn: 300,
  fanOut: 200,
  initialScale: 1,
  batchNorm: false,
};

test('Glorot uniform fills ±√(6/(fanIn + fanOut)) with variance 2/(fanIn + fanOut)', () => {
  const weights = initialWeights({ ...layer, initializer: 'glorot-uniform' }, seeded(1));
  const limit = Math.sqrt(6 / 500);
  expect(weights).toHaveLength(60_000);
  expect(Math.max(...weights)).toBeLessThanOrEqual(Math.fround(limit));
  expect(Math.max(...weights)).toBeGreaterThan(0.999 * limit);
  expect(Math.min(...weights)).toBeLessThan(-0.999 * limit);
  expect(variance(weights) / (2 / 500)).toBeCloseTo(1, 1);
});

test('He normal has variance 2/fanIn and tails beyond any uniform', () => {
  const weights = initialWeights({ ...layer, initializer: 'he-normal' }, seeded(1));
  expect(variance(weights) / (2 / 300)).toBeCloseTo(1, 1);
  expect(Math.max(...weights)).toBeGreaterThan(3 * Math.sqrt(2 / 300));
});

test('a scale multiplies the very same weights, and zeros stay 0', () => {
  const usual = initialWeights({ ...layer, initializer: 'he-normal' }, seeded(1));
  const scaled = initialWeights({ ...layer, initializer: 'he-normal', initialScale: 4 }, seeded(1));
  expect([...scaled]).toEqual([...usual.map((w) => 4 * w)]);
  expect(initialWeights({ ...layer, initializer: 'zeros' }, seeded(1)).every((w) => w === 0)).toBe(
    true,
  );
});

function variance(values: Float32Array): number {
  return values.reduce((sum, x) => sum + x * x, 0) / values.length;
}
