import { expect, it } from 'vitest';
import { bestAndWorst } from '../../../src/insight/few.ts';
import { epochsToAccuracy } from '../../../src/insight/epochs-to-accuracy.ts';
import { validationAccuracyReached } from '../../../src/insight/validation-accuracy.ts';
import { runOf } from './runs.ts';

const self = (value: number): number => value;

it('keeps three as they are', () => {
  expect(bestAndWorst([1, 3, 2], self)).toEqual({ shown: [1, 3, 2], rest: [] });
});

it('of more keeps the best two and the worst, in their order', () => {
  expect(bestAndWorst([5, 1, 9, 7, 3], self)).toEqual({ shown: [1, 9, 7], rest: [5, 3] });
  expect(bestAndWorst([5, NaN, 9, 7, 3], self).shown).toEqual([NaN, 9, 7]);
});

it('says three sentences of two hundred runs, and the others to those who ask', () => {
  const runs = Array.from({ length: 200 }, (_, index) =>
    runOf({ name: `run ${index}`, accuracies: [0.1, 0.2 + index / 1000] }),
  );
  const [epochs, accuracy] = [epochsToAccuracy(runs), validationAccuracyReached(runs)];
  expect([epochs?.text.length, epochs?.rest?.length]).toEqual([3, 197]);
  expect(accuracy?.rest?.length).toBe(197);
  expect(epochs?.text.map(({ args }) => args?.['run'])).toEqual(['run 0', 'run 198', 'run 199']);
});
