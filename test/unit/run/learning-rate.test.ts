import { expect, test } from 'vitest';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { learningRateOf } from '../../../src/run/learning-rate.ts';
import { identity, runOf, setting, started } from '../make-run.ts';

const optimizer = wholeOptimizer({
  name: 'sgd',
  learningRate: 0.5,
  schedule: { name: 'cosine', warmUp: 0 },
});
const old = runOf([started()], identity({ id: 'old' }, { optimizer, epochs: 2 }));
const continued = runOf(
  [started()],
  identity({ id: 'new', continues: { id: 'old', epoch: 1 } }, { optimizer, epochs: 4 }),
);
const find = (id: string) => (id === 'old' ? old : undefined);
const { stepsPerEpoch } = setting;

test('the rate of a step is that of the schedule over the whole training', () => {
  const half = stepsPerEpoch + 1; // Half of the 2 epochs are done.
  expect(learningRateOf(old, 1, find)).toBe(0.5);
  expect(learningRateOf(old, half, find)).toBeCloseTo(0.25, 12);
});

test('a step before a continuation had the rate of the run that is continued', () => {
  expect(learningRateOf(continued, stepsPerEpoch, find)).toBe(
    learningRateOf(old, stepsPerEpoch, find),
  );
  // A quarter of 4 epochs: ½ (1 + cos ¼π).
  const after = learningRateOf(continued, stepsPerEpoch + 1, find);
  expect(after).toBeCloseTo(0.25 * (1 + Math.SQRT1_2), 12);
});

test('it is unknown where that run is gone, and before the start', () => {
  expect(learningRateOf(continued, 1, () => undefined)).toBeUndefined();
  expect(learningRateOf(runOf([], identity()), 1, find)).toBeUndefined();
});
