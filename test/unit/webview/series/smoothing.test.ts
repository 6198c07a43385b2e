import { describe, expect, it } from 'vitest';
import { SeriesIndex } from '../../../../webview/series/series-index.ts';
import { Smoothed } from '../../../../webview/series/smoothing.ts';
import { column, pointsOf } from '../../../../webview/series/trace.ts';
import { below, randoms } from './random.ts';

/** By its meaning: the mean of what came so far, each point's weight w to the steps since. */
function plainly(values: readonly number[], steps: readonly number[], weight: number): number[] {
  return values.map((value, last) => {
    if (!Number.isFinite(value)) return NaN;
    let [sum, norm] = [0, 0];
    let before: number | undefined;
    for (let i = 0; i <= last; i++) {
      const [y, step] = [values[i] ?? NaN, steps[i] ?? NaN];
      if (!Number.isFinite(y)) continue;
      const age = weight ** ((steps[last] ?? NaN) - step);
      const share = 1 - weight ** (step - (before ?? step - 1));
      sum += age * share * y;
      norm += age * share;
      before = step;
    }
    return sum / norm;
  });
}

const random = randoms(13);
const steps: number[] = [];
for (let step = 1; steps.length < 400; step += 1 + below(random, 3)) steps.push(step);
const values = steps.map(() => (random() < 0.05 ? NaN : random() * 10));

describe('smoothing', () => {
  it('is the weighted mean of what came so far', () => {
    for (const weight of [0.5, 0.9, 0.99]) {
      const smoothed = new Smoothed(weight).extend(values, steps).values.subarray(0, values.length);
      const expected = plainly(values, steps, weight);
      smoothed.forEach((value, i) => {
        if (Number.isNaN(expected[i])) expect(value).toBeNaN();
        else expect(value).toBeCloseTo(expected[i] ?? NaN, 9);
      });
    }
  });

  it('begins at the first value: 0.9 · 0 + 0.1 · 5, divided by 0.1', () => {
    expect(new Smoothed(0.9).extend([5], [1]).values[0]).toBeCloseTo(5, 12);
  });

  it('of a line that does not change is that line', () => {
    const flat = new Smoothed(0.99).extend(new Array<number>(300).fill(3), steps.slice(0, 300));
    for (const value of flat.values.subarray(0, 300)) expect(value).toBeCloseTo(3, 12);
  });

  it('is the same however the points came', () => {
    const grown = new Smoothed(0.9);
    for (let length = 0; length < values.length; length += 7) grown.extend(values, steps, length);
    grown.extend(values, steps);
    expect(grown.values.subarray(0, 400)).toEqual(
      new Smoothed(0.9).extend(values, steps).values.subarray(0, 400),
    );
  });

  it('of a scaled line is the smoothed line, scaled', () => {
    const bare = { xs: column(steps), begin: 0, end: values.length };
    const index = new SeriesIndex();
    const ys = column(values, 0, 0.1);
    const scaled = pointsOf(index.smoothed({ ...bare, ys }, steps, 0.9));
    const plain = plainly(values, steps, 0.9);
    scaled.forEach(({ y }, i) => {
      if (Number.isFinite(y)) expect(y).toBeCloseTo((plain[i] ?? NaN) / 10, 9);
    });
  });
});
