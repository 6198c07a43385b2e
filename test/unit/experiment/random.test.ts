import { expect, test } from 'vitest';
import { Random, randomStreams, seeded, splitmix64 } from '../../../src/experiment/random.ts';

const draws = (random: Random, count: number): number[] =>
  Array.from({ length: count }, () => random.next());

// From the authors' xoshiro128starstar.c, compiled.
test('gives the numbers of the reference implementation', () => {
  const expected = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849];
  expect(draws(new Random([1, 2, 3, 4]), 8)).toEqual(expected);
});

// Of the test data of github.com/edorfaus/xoshiro-6502, made with the reference implementation.
test('gives the published numbers, and jumps to the published state', () => {
  const state = [0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0] as const;
  const expected = [0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70];
  expect(draws(new Random(state), 4)).toEqual(expected);
  const ahead = [0x2a6dd50d, 0x01177499, 0xd7eb7d01, 0xddc48284];
  expect(new Random(state).jump().state).toEqual(ahead);
});

// The generator is linear over GF(2): 2^96 draws are its matrix squared 96 times.
test('a jump is 2^64 draws and a long jump 2^96', () => {
  const words = [0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0] as const;
  expect(packed(new Random(words).jump())).toBe(leapt(words, 64));
  expect(packed(new Random(words).longJump())).toBe(leapt(words, 96));
});

/** The state as one number of 128 bits. */
function packed({ state }: Random): bigint {
  return state.reduce((sum, word, i) => sum | (BigInt(word) << BigInt(32 * i)), 0n);
}

/** The state after 2^doublings draws, by squaring the matrix whose columns are the images of each bit. */
function leapt(words: readonly [number, number, number, number], doublings: number): bigint {
  let columns = Array.from({ length: 128 }, (_, bit) => {
    const unit = [0, 1, 2, 3].map((word) => (word === bit >> 5 ? 1 << (bit & 31) : 0));
    const [a = 0, b = 0, c = 0, d = 0] = unit;
    const random = new Random([a, b, c, d]);
    random.next();
    return packed(random);
  });
  const applied = (state: bigint): bigint =>
    columns.reduce((sum, column, bit) => ((state >> BigInt(bit)) & 1n ? sum ^ column : sum), 0n);
  for (let i = 0; i < doublings; i++) columns = columns.map((column) => applied(column));
  return applied(packed(new Random(words)));
}

test('goes on from a saved state with the same numbers, the second normal one included', () => {
  const random = seeded(5);
  random.normal();
  const state = structuredClone(random.save());
  const expected = [random.normal(), random.uniform(), random.normal(), random.next()];
  const other = seeded(99);
  other.restore(state);
  expect([other.normal(), other.uniform(), other.normal(), other.next()]).toEqual(expected);
  expect(state.spareNormal).not.toBeNull();
  other.restore({ ...state, spareNormal: null });
  expect(other.normal()).not.toBe(expected[0]);
});

// The usual test vector of splitmix64.
test('seeds with the numbers of splitmix64', () => {
  expect(splitmix64(1234567n)).toEqual([6457827717110365317n, 3203168211198807973n]);
});

test('the same seed gives the same streams, another seed and another stream others', () => {
  const first = randomStreams(1);
  const weights = draws(first.weights, 100);
  expect(draws(randomStreams(1).weights, 100)).toEqual(weights);
  expect(draws(randomStreams(2).weights, 100)).not.toEqual(weights);
  expect(draws(first.order, 100)).not.toEqual(weights);
  expect(draws(first.augmentation, 100)).not.toEqual(weights);
});

test('uniform numbers have the moments of U(0, 1)', () => {
  const random = seeded(1);
  const values = Array.from({ length: 100_000 }, () => random.uniform());
  const { mean, variance } = moments(values);
  // Five standard errors of each.
  expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 100_000));
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / 100_000));
  expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values.slice(0, 1000))).toBeLessThan(1);
});

test('normal numbers have the moments of N(0, 1), the fourth included', () => {
  const random = seeded(2);
  const values = Array.from({ length: 100_000 }, () => random.normal());
  const { mean, variance } = moments(values);
  const fourth = values.reduce((sum, x) => sum + x ** 4, 0) / values.length;
  expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(100_000));
  expect(Math.abs(variance - 1)).toBeLessThan(5 * Math.sqrt(2 / 100_000));
  expect(Math.abs(fourth - 3)).toBeLessThan(5 * Math.sqrt(96 / 100_000));
});

test('a shuffle keeps every element and reaches every order equally often', () => {
  const random = seeded(3);
  const seen = new Map<string, number>();
  for (let round = 0; round < 24_000; round++) {
    const order = Uint32Array.of(0, 1, 2, 3);
    random.shuffle(order);
    seen.set(order.join(''), (seen.get(order.join('')) ?? 0) + 1);
  }
  const chiSquare = [...seen.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
  expect(seen.size).toBe(24);
  // 23 degrees of freedom: above 56 once in 10,000 seeds.
  expect(chiSquare).toBeLessThan(56);
});

test('a draw below n is uniform even where n does not divide 2^32', () => {
  const random = seeded(4);
  // With n = 3·2^30 the remainder alone would give the lowest third twice as often as the others.
  const n = 3 * 2 ** 30;
  const low = Array.from({ length: 9000 }, () => random.below(n)).filter((x) => x < n / 3).length;
  expect(Math.abs(low - 3000)).toBeLessThan(5 * Math.sqrt(2000));
});

function moments(values: number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, variance: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length };
}
