import { expect, it } from 'vitest';
import { distinct, isSame } from '../../src/same.ts';

it('plain data are the same by what they hold', () => {
  expect(isSame({ name: 'sgd', rates: [1, null] }, { name: 'sgd', rates: [1, null] })).toBe(true);
  expect(isSame({ rate: 1 }, { rate: '1' })).toBe(false);
});

it('what is there more than once is left once, where the first of its like stands', () => {
  expect(distinct([{ a: 1 }, { b: 2 }, { a: 1 }, { c: 3 }])).toEqual([
    { a: 1 },
    { b: 2 },
    { c: 3 },
  ]);
  expect(distinct([])).toEqual([]);
});
