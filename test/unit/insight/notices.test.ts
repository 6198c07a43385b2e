import { expect, test } from 'vitest';
import { noticesOf } from '../../../src/insight/notices.ts';
import { message, translator } from '../../../src/l10n.ts';
import { applyEvent } from '../../../src/run/reduce.ts';
import { runOf } from './runs.ts';

const t = translator({}, 'en');
const notice = message('Slow since {reason}.', { reason: 'no SIMD' });

test('runs on the fast backend have nothing to say', () => {
  expect(noticesOf([runOf({}), runOf({})])).toEqual([]);
});

test('what all runs have to say is said once', () => {
  expect(noticesOf([runOf({ notice }), runOf({ notice })])).toEqual([notice]);
});

test('what some runs have to say is said with their names', () => {
  const other = message('Slow since {reason}.', { reason: 'no kernels' });
  const runs = [
    runOf({ name: 'a', notice }),
    runOf({ name: 'b' }),
    runOf({ name: 'c', notice }),
    runOf({ name: 'd', notice: other }),
  ];
  expect(noticesOf(runs).map(t)).toEqual([
    'a, c: Slow since no SIMD.',
    'd: Slow since no kernels.',
  ]);
});

test('what happened to a run is said after why it began as it did', () => {
  const run = runOf({ notice });
  const later = message('Lost the device.');
  applyEvent(run, { type: 'notice', wallTime: 2, step: 3, notice: later });
  expect(noticesOf([run])).toEqual([notice, later]);
});
