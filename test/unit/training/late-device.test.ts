import { expect, test } from 'vitest';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import type { ExperimentSpec } from '../../../src/experiment/spec.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { cpuBackend } from '../../../src/training/backend/cpu.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import { train } from '../../../src/training/trainer.ts';
import { lateBackend } from './late-device.ts';
import { eventsOf, only, tinyData, tinySpec } from './tiny.ts';

const adam = wholeOptimizer({ name: 'adam', learningRate: 0.01, clipNorm: 0.5, weightDecay: 0.01 });

const specs: Readonly<Record<string, ExperimentSpec>> = {
  'a ruler': tinySpec('cross-entropy', { optimizer: adam }),
  'a loss that reads the logits': tinySpec('focal', { optimizer: adam }),
  'class weights': tinySpec('cross-entropy', {
    loss: { ...lossSpec('cross-entropy'), classWeights: 'balanced' },
  }),
};

const timeless = (events: readonly RunEvent[]): unknown[] =>
  events.map((event) => ({
    ...event,
    wallTime: 0,
    ...(event.type === 'epoch' && { imagesPerSecond: 0 }),
  }));

test.each(Object.entries(specs))(
  'with %s, steps that are told late make the very same events',
  async (_, spec) => {
    const expected = timeless(await eventsOf(spec, cpuBackend));
    for (const [depth, turns] of [
      [1, 0],
      [3, 2],
      [8, 40],
    ] as const) {
      expect(timeless(await eventsOf(spec, lateBackend(depth, turns)))).toEqual(expected);
    }
  },
);

test('a divergence is told with its step, and what was ahead of it is not told', async () => {
  const optimizer = wholeOptimizer({ name: 'sgd', learningRate: 1e30 });
  const spec = tinySpec('mean-squared-error-linear', { optimizer });
  const expected = timeless(await eventsOf(spec, cpuBackend));
  expect(expected.at(-1)).toMatchObject({ outcome: 'diverged' });
  expect(timeless(await eventsOf(spec, lateBackend(4, 10)))).toEqual(expected);
});

test('whoever pauses is told all steps that were taken, and then of the pause', async () => {
  const control = new TrainingControl();
  const types: string[] = [];
  for await (const event of train(
    tinySpec('cross-entropy'),
    tinyData,
    control,
    lateBackend(4, 5),
  )) {
    types.push(`${event.type} ${event.step}`);
    if (event.type === 'batch' && event.step === 2) control.pause();
    if (event.type === 'paused') {
      expect(types.filter((type) => type.startsWith('batch'))).toHaveLength(event.step);
      control.resume();
    }
  }
  expect(types.filter((type) => type.startsWith('paused'))).toHaveLength(1);
  expect(types.filter((type) => type.startsWith('batch'))).toHaveLength(10);
});

test('one that is stopped tells the steps that were taken', async () => {
  const control = new TrainingControl();
  const events: RunEvent[] = [];
  for await (const event of train(
    tinySpec('cross-entropy'),
    tinyData,
    control,
    lateBackend(4, 5),
  )) {
    events.push(event);
    if (event.type === 'batch' && event.step === 1) control.stop();
  }
  const steps = only(events, 'batch').map(({ step }) => step);
  expect(steps).toEqual(steps.map((_, i) => i + 1));
  expect(events.at(-1)).toMatchObject({ outcome: 'stopped', step: steps.length });
});
