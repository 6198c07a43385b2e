import { describe, expect, it } from 'vitest';
import { EpochAccount } from '../../../src/training/epoch-account.ts';
import { FastestSpan } from '../../../src/training/fastest-span.ts';
import type { NetworkStep } from '../../../src/training/network.ts';
import type { Tally } from '../../../src/training/tally.ts';

const hours = 3_600_000;

/** The speed of steps that take so many milliseconds each. */
function speedOf(steps: readonly number[]): FastestSpan {
  const span = new FastestSpan();
  let time = 0;
  for (const [step, took] of [0, ...steps].entries()) span.note(step, (time += took));
  return span;
}

const many = (count: number, took: number): number[] => Array<number>(count).fill(took);

describe('the speed of a backend', () => {
  it('is that of its steps, though the machine slept in one', () => {
    const even = speedOf(many(200, 10));
    expect([even.stepsPerSecond, even.isMeasured]).toEqual([100, true]);
    for (const at of [0, 30, 120, 149])
      expect(speedOf([...many(at, 10), 8 * hours, ...many(200, 10)]).stepsPerSecond).toBe(100);
  });

  it('is of what there was where the training ends early', () => {
    const short = speedOf(many(5, 10));
    expect([short.stepsPerSecond, short.isMeasured]).toEqual([100, false]);
    expect(speedOf(many(3, 2000)).stepsPerSecond).toBe(0.5);
    expect(speedOf([]).stepsPerSecond).toBeNaN();
  });
});

describe('the time of an epoch', () => {
  const step = { measured: {}, layers: [] } as unknown as NetworkStep;
  const secondsOf = (steps: readonly number[]): number => {
    const account = new EpochAccount(0, { add: () => undefined } as unknown as Tally);
    for (const seconds of steps) account.add(step, seconds);
    return account.seconds;
  };

  it('leaves out that the machine slept in a step', () => {
    expect(secondsOf([...many(50, 0.5), 28_800, ...many(49, 0.5)])).toBeCloseTo(50);
  });

  it('keeps a step that is slow, the only one, and steps that are all slow', () => {
    expect(secondsOf([0.25, 20, 0.25])).toBe(20.5);
    expect(secondsOf([40])).toBe(40);
    expect(secondsOf([40, 40, 60])).toBe(140);
  });
});
