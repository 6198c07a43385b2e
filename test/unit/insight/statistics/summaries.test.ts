import { expect, test } from 'vitest';
import { meanInterval } from '../../../../src/insight/statistics/mean-interval.ts';
import { summaryOf } from '../../../../src/insight/statistics/moments.ts';
import { differencesOf } from '../../../../src/insight/statistics/paired.ts';

// By scipy.stats.t.interval(0.95, n − 1, loc=mean, scale=scipy.stats.sem(values)).
test.each([
  [[1, 2], 1.5, -4.853102368087347, 7.853102368087347],
  [[0.81, 0.84, 0.79, 0.86, 0.83], 0.826, 0.7924520861507335, 0.8595479138492664],
  [[3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], 4, 2.410209408732996, 5.589790591267004],
])('the 95 % interval of %j is SciPy’s', (values, mean, low, high) => {
  const interval = meanInterval(values);
  expect(interval.mean).toBeCloseTo(mean, 10);
  expect(interval.low).toBeCloseTo(low, 3);
  expect(interval.high).toBeCloseTo(high, 3);
});

test('one value has no interval, and no spread', () => {
  expect(meanInterval([3])).toEqual({ mean: 3, low: NaN, high: NaN });
  expect(summaryOf([3])).toEqual({ mean: 3, sd: NaN, count: 1 });
});

test('the spread is that with n − 1, of the differences seed by seed', () => {
  expect(summaryOf([2, 4, 4, 4, 5, 5, 7, 9]).sd).toBeCloseTo(Math.sqrt(32 / 7), 12);
  expect(differencesOf([[5, 4], [7, 6], [9, 8]])).toEqual([1, 1, 1]); // prettier-ignore
});
