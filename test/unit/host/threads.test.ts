import { expect, test } from 'vitest';
import { allowedThreads } from '../../../src/host/threads.ts';

test('by default there are as many threads as cores, four at most', () => {
  expect([1, 2, 4, 8].map((cores) => allowedThreads(0, cores))).toEqual([1, 2, 4, 4]);
});

test('the setting counts, whatever the cores', () => {
  expect([1, 3, 16].map((setting) => allowedThreads(setting, 2))).toEqual([1, 3, 16]);
});

test('a settings file with anything else in it does no harm', () => {
  const settings = [undefined, null, 'many', NaN, -3, 0.5, {}];
  expect(settings.map((setting) => allowedThreads(setting, 2))).toEqual(settings.map(() => 2));
  expect([2.7, 1000, Infinity].map((setting) => allowedThreads(setting, 2))).toEqual([2, 16, 16]);
});
