import { expect, test } from 'vitest';
import { noticesOf } from '../../../src/insight/notices.ts';
import { message, translator } from '../../../src/l10n.ts';
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

test('where a worker was followed by another, the last time is told', () => {
  const run = runOf({ notice });
  run.moves.push({ step: 3, reason: message('First.') }, { step: 9, reason: message('Then.') });
  expect(noticesOf([run]).map(t)).toEqual(['Slow since no SIMD.', 'Then.']);
});
