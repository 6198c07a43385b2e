import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadingProgress } from '../../../src/host/reading-progress.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { RunStore } from '../../../src/run/store.ts';
import { identity, started } from '../make-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const store = new RunStore();
  const [a, b] = [newRun(identity({ id: 'a' })), newRun(identity({ id: 'b' }))] as const;
  store.add([a, b]);
  const said: string[] = [];
  const cancels: (() => void)[] = [];
  const readings = new ReadingProgress(
    store,
    ({ identity: { id } }, cancel) => {
      said.push(`${id} opens`);
      cancels.push(cancel);
      return {
        report: ({ done, total }) => void said.push(`${id} ${done}/${total}`),
        close: () => void said.push(`${id} closes`),
      };
    },
    (id) => said.push(`stop ${id}`),
  );
  const at = (done: number) => ({ type: 'reading', done, total: 10 }) as const;
  return { store, a, b, said, cancels, readings, at };
}

test('reading that takes a moment is not worth a notification', () => {
  const { store, a, said, readings, at } = setUp();
  readings.show(a, at(0));
  vi.advanceTimersByTime(900);
  store.apply('a', started());
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([]);
});

test('after a second it opens with the latest, follows, and closes when the run begins', () => {
  const { store, a, said, readings, at } = setUp();
  readings.show(a, at(0));
  vi.advanceTimersByTime(500);
  readings.show(a, at(3));
  vi.advanceTimersByTime(500);
  readings.show(a, at(7));
  store.apply('a', started());
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(['a opens', 'a 3/10', 'a 7/10', 'a closes']);
});

test('each run has its own, and cancelling one stops that run alone', () => {
  const { store, a, b, said, cancels, readings, at } = setUp();
  readings.show(a, at(1));
  readings.show(b, at(2));
  vi.advanceTimersByTime(1000);
  cancels[1]?.();
  store.apply('b', { type: 'finished', wallTime: 1, step: 0, outcome: 'stopped' });
  expect(said).toEqual(['a opens', 'a 1/10', 'b opens', 'b 2/10', 'stop b', 'b closes']);
});

test('the window closing closes what is open, and opens nothing more', () => {
  const { a, b, said, readings, at } = setUp();
  readings.show(a, at(1));
  vi.advanceTimersByTime(1000);
  readings.show(b, at(1));
  readings.dispose();
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual(['a opens', 'a 1/10', 'a closes']);
});
