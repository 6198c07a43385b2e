import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunEvent } from '../../../src/run/event.ts';
import { EventPost } from '../../../src/training/event-post.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const event = (step: number): RunEvent => ({ type: 'paused', wallTime: 0, step });

test('the first event goes at once, those of the next 5 ms together, in order', () => {
  const posted: number[][] = [];
  const post = new EventPost((events) => posted.push(events.map(({ step }) => step)));
  for (const step of [1, 2, 3]) post.add(event(step));
  expect(posted).toEqual([[1]]);
  vi.advanceTimersByTime(5);
  expect(posted).toEqual([[1], [2, 3]]);
});

test('an event after a quiet time goes at once', () => {
  const posted: number[][] = [];
  const post = new EventPost((events) => posted.push(events.map(({ step }) => step)));
  post.add(event(1));
  vi.advanceTimersByTime(50);
  post.add(event(2));
  expect(posted).toEqual([[1], [2]]);
});

test('a flush posts what waits, once', () => {
  const posted: number[][] = [];
  const post = new EventPost((events) => posted.push(events.map(({ step }) => step)));
  for (const step of [1, 2]) post.add(event(step));
  post.flush();
  vi.advanceTimersByTime(50);
  expect(posted).toEqual([[1], [2]]);
  expect(post.lastStep).toBe(2);
});
