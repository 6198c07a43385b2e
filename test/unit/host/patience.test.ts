import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Throttle } from '../../../src/host/disposables.ts';
import { Patience } from '../../../src/host/patience.ts';

const hour = 3_600_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number): unknown => vi.advanceTimersByTime(milliseconds);

/** What a clock shows that was set, or of a machine that slept: no timer has run meanwhile. */
const jump = (milliseconds: number): unknown => vi.setSystemTime(Date.now() + milliseconds);

test('patience is over after its time, and not once it is disposed', () => {
  const over = vi.fn();
  new Patience(2000, over);
  new Patience(2000, over).dispose();
  pass(1999);
  expect(over).not.toHaveBeenCalled();
  pass(1);
  expect(over).toHaveBeenCalledOnce();
});

test.each([0, 900, 1999])(
  'a sleep after %d ms leaves all of the time to whoever wakes',
  (after) => {
    const over = vi.fn();
    new Patience(2000, over);
    pass(after);
    jump(8 * hour);
    pass(2000);
    expect(over).not.toHaveBeenCalled();
    pass(200);
    expect(over).toHaveBeenCalledOnce();
  },
);

test('where timers run once a minute, as in a hidden page, patience ends all the same', () => {
  const over = vi.fn();
  new Patience(2000, over);
  for (let minute = 0; minute < 11; minute++) {
    jump(60_000);
    vi.advanceTimersToNextTimer();
  }
  expect(over).toHaveBeenCalledOnce();
});

test.each([-8 * hour, -hour, 8 * hour])(
  'a throttle stays one when the clock jumps by %d ms',
  (by) => {
    const run = vi.fn();
    const throttle = new Throttle(100, run);
    throttle.schedule();
    pass(0);
    expect(run).toHaveBeenCalledOnce();
    jump(by);
    throttle.schedule();
    pass(99);
    expect(run).toHaveBeenCalledOnce();
    pass(1);
    expect(run).toHaveBeenCalledTimes(2);
  },
);
