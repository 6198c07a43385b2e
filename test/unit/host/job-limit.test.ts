import { expect, test } from 'vitest';
import { allowedJobs } from '../../../src/host/job-limit.ts';

test('by default there is one job a core', () => {
  expect([1, 2, 8, 32].map((cores) => allowedJobs(0, cores))).toEqual([1, 2, 8, 32]);
});

test('the setting counts, whatever the cores', () => {
  expect([1, 3, 16].map((setting) => allowedJobs(setting, 2))).toEqual([1, 3, 16]);
});

test('a settings file with anything else in it does no harm', () => {
  const settings = [undefined, null, 'many', NaN, -3, 0.5, {}];
  expect(settings.map((setting) => allowedJobs(setting, 2))).toEqual(settings.map(() => 2));
  expect([2.7, 1000, Infinity].map((setting) => allowedJobs(setting, 2))).toEqual([2, 16, 16]);
});
