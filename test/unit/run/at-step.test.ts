import { expect, test } from 'vitest';
import { batchAt, epochOfStep, gradientsOfEpoch } from '../../../src/run/at-step.ts';
import { batch, identity, runOf, setting, started, statistics } from '../make-run.ts';

const gradients = (epoch: number) =>
  ({
    type: 'gradients',
    wallTime: 1,
    step: epoch * setting.stepsPerEpoch,
    window: 'epoch',
    epoch,
    layers: [statistics(epoch), statistics(2 * epoch)],
  }) as const;

const run = runOf([
  started(),
  // A continued run whose log lost its beginning starts later than at step 1.
  ...[3, 4, 5, 8].map((step) => batch(step, 10 * step, 0.25)),
  gradients(1),
  gradients(2),
]);

test('the batch of a step is found wherever the steps begin and whatever is missing', () => {
  for (const step of [3, 4, 5, 8])
    expect(batchAt(run, step)).toEqual({ loss: 10 * step, accuracy: 0.25 });
  for (const step of [0, 2, 6, 9]) expect(batchAt(run, step)).toBeUndefined();
});

test('the last step of an epoch belongs to it, and the next to the next', () => {
  const { stepsPerEpoch } = setting;
  expect(epochOfStep(run, 1)).toBe(1);
  expect(epochOfStep(run, stepsPerEpoch)).toBe(1);
  expect(epochOfStep(run, stepsPerEpoch + 1)).toBe(2);
  expect(epochOfStep(runOf([], identity()), 1)).toBeUndefined();
});

test('the gradients of an epoch are those of every layer, once it has ended', () => {
  expect(gradientsOfEpoch(run, 2)?.map(({ norm }) => norm)).toEqual([2, 4]);
  expect(gradientsOfEpoch(run, 3)).toBeUndefined();
});
