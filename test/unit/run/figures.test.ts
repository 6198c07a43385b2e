import { describe, expect, it } from 'vitest';
import { epochsDone, imagesPerSecond, secondsLeft, trend } from '../../../src/run/figures.ts';
import { batch, epoch, identity, runOf, started } from '../make-run.ts';

const losses = (...values: number[]) => values.map((value, index) => batch(index + 1, value));

describe('figures of a run', () => {
  it('know nothing before anything was measured', () => {
    const run = runOf([started(), epoch(0, 0.1)]);
    expect([epochsDone(run), imagesPerSecond(run), secondsLeft(run)]).toEqual([
      0,
      undefined,
      undefined,
    ]);
  });

  it('give the time left at the speed of the last epoch', () => {
    const run = runOf([started(), epoch(10, 0.8)], identity({}, { epochs: 30 }));
    // 20 epochs of 10,000 images at 40,000 images/s.
    expect(secondsLeft(run)).toBe(5);
  });

  it('see a falling, a rising and a level loss', () => {
    const twenty = (value: number) => Array.from({ length: 20 }, () => value);
    expect(trend(runOf(losses(...twenty(2), ...twenty(1))))).toBe('↓');
    expect(trend(runOf(losses(...twenty(1), ...twenty(2))))).toBe('↑');
    expect(trend(runOf(losses(...twenty(1), ...twenty(1.005))))).toBe('→');
    expect(trend(runOf(losses(1)))).toBe('→');
  });
});
