import { describe, expect, test } from 'vitest';
import { optimizerNames } from '../../../src/experiment/optimizers/catalogue.ts';
import { noAugmentation } from '../../../src/experiment/augmentations/catalogue.ts';
import { noChanges } from '../../../src/experiment/datasets/changes/data-changes.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { plainRelu } from '../../../src/experiment/models/model.ts';
import {
  optimizerSpec,
  wholeOptimizer,
} from '../../../src/experiment/optimizers/optimizer-spec.ts';
import type { ExperimentSpec } from '../../../src/experiment/spec.ts';
import type { Checkpoint, CheckpointKind } from '../../../src/run/checkpoint/checkpoint.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../../src/run/checkpoint/codec.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import { train } from '../../../src/training/trainer.ts';
import { backends, wasm } from './backends.ts';
import { only, tinyData, tinySpec } from './tiny.ts';

interface Kept {
  readonly events: RunEvent[];
  readonly checkpoints: { checkpoint: Checkpoint; kinds: readonly CheckpointKind[] }[];
}

/** Trains to the end; `act` hears of every event. */
async function trainFrom(
  spec: ExperimentSpec,
  backend: Backend,
  from?: Checkpoint,
  act: (event: RunEvent, control: TrainingControl) => void = () => undefined,
): Promise<Kept> {
  const control = new TrainingControl();
  const kept: Kept = { events: [], checkpoints: [] };
  const keep = (checkpoint: Checkpoint, kinds: readonly CheckpointKind[]): void =>
    void kept.checkpoints.push({ checkpoint, kinds });
  for await (const event of train(spec, tinyData, control, backend, { from, keep })) {
    kept.events.push(event);
    act(event, control);
  }
  return kept;
}

/** The checkpoint as it comes back from a file. */
const lastOf = ({ checkpoints }: Kept): Checkpoint => {
  const last = checkpoints.filter(({ kinds }) => kinds.includes('last')).at(-1);
  if (!last) throw new Error('No checkpoint was kept.');
  return decodeCheckpoint(encodeCheckpoint(last.checkpoint), 'a file');
};

/** What was measured after a step, without the clock. */
const measuredAfter = (events: readonly RunEvent[], step: number): unknown[] =>
  events
    .filter((event) => event.step > step && event.type !== 'started')
    .map((event) => ({ ...event, wallTime: 0, imagesPerSecond: 0 }));

// Everything that draws: dropout, the order, and an augmentation.
const style = { ...plainRelu, batchNorm: true, dropout: 0.2 };
const shifted = {
  own: null,
  ...noChanges,
  augmentation: { ...noAugmentation, shift: 1, erase: 0.3 },
};

describe.each(backends)('on $name', (backend) => {
  test.each(optimizerNames)(
    'a run by %s with batch norm that is continued gives what it would have given, bit for bit',
    async (name) => {
      const spec = tinySpec('cross-entropy', {
        epochs: 4,
        dataset: { name: 'fashion-mnist', ...shifted },
        model: { ...modelSpec('mlp'), style },
        optimizer: optimizerSpec(name),
      });
      const whole = await trainFrom(spec, backend);
      const half = await trainFrom({ ...spec, epochs: 2 }, backend);
      const rest = await trainFrom(spec, backend, lastOf(half));
      expect(measuredAfter(half.events, 0).slice(0, -1)).toEqual(
        measuredAfter(whole.events, 0).slice(0, measuredAfter(half.events, 0).length - 1),
      );
      expect(measuredAfter(rest.events, 10)).toEqual(measuredAfter(whole.events, 10));
      expect(measuredAfter(rest.events, 10)).toHaveLength(2 * 8 + 1);
      expect(lastOf(rest)).toEqual(lastOf(whole));
    },
  );

  test('a run that was stopped within an epoch is continued from the end of the one before', async () => {
    const spec = tinySpec('mean-squared-error', { epochs: 3, optimizer: optimizerSpec('adam') });
    const whole = await trainFrom(spec, backend);
    const stopped = await trainFrom(spec, backend, undefined, (event, control) => {
      if (event.type === 'batch' && event.step === 8) control.stop();
    });
    expect(stopped.events.at(-1)).toMatchObject({ outcome: 'stopped', step: 8 });
    expect(lastOf(stopped)).toMatchObject({ epoch: 1, step: 5 });
    const rest = await trainFrom(spec, backend, lastOf(stopped));
    expect(rest.events.map(({ type }) => type).slice(0, 2)).toEqual(['started', 'batch']);
    expect(rest.events[0]?.step).toBe(5);
    expect(measuredAfter(rest.events, 5)).toEqual(measuredAfter(whole.events, 5));
  });
});

test('the weights in a checkpoint have the names and shapes of the layers', async () => {
  const model = { ...modelSpec('mlp'), style };
  const optimizer = optimizerSpec('momentum');
  const { tensors } = lastOf(
    await trainFrom(tinySpec('cross-entropy', { epochs: 1, model, optimizer }), wasm),
  );
  const shapes = [...tensors].map(([name, { shape }]) => `${name} ${shape.join('x')}`);
  expect(shapes.sort()).toEqual([
    'dense-1.norm.beta 128',
    'dense-1.norm.beta.slot-1 128',
    'dense-1.norm.gamma 128',
    'dense-1.norm.gamma.slot-1 128',
    'dense-1.norm.mean 128',
    'dense-1.norm.variance 128',
    'dense-1.weights 9x128',
    'dense-1.weights.slot-1 9x128',
    'dense-2.bias 3',
    'dense-2.bias.slot-1 3',
    'dense-2.weights 128x3',
    'dense-2.weights.slot-1 128x3',
  ]);
});

test.each([
  [{ model: modelSpec('softmax-regression') }, '“dense-1.weights” is missing or of another size'],
  [{ optimizer: optimizerSpec('adam') }, '“dense-1.weights.slot-1” is missing'],
  [{ batchSize: 4 }, 'other data or another batch size'],
])('a checkpoint is refused by an experiment with %j', async (change, reason) => {
  const spec = tinySpec('cross-entropy', { epochs: 1 });
  const from = lastOf(await trainFrom(spec, wasm));
  await expect(trainFrom({ ...spec, ...change, epochs: 2 }, wasm, from)).rejects.toThrow(reason);
});

test('a checkpoint whose order names images that are not there is refused', async () => {
  const spec = tinySpec('cross-entropy', { epochs: 1 });
  const from = lastOf(await trainFrom(spec, wasm));
  const order = from.order.map((image) => image + 1);
  await expect(trainFrom({ ...spec, epochs: 2 }, wasm, { ...from, order })).rejects.toThrow(
    'other data',
  );
});

test('a run that diverges leaves its best epoch, and the last that had not diverged', async () => {
  const spec = tinySpec('mean-squared-error-linear', {
    epochs: 50,
    model: modelSpec('softmax-regression'),
    optimizer: wholeOptimizer({ name: 'sgd', learningRate: 1.5 }),
  });
  const { events, checkpoints } = await trainFrom(spec, wasm);
  expect(events.at(-1)).toMatchObject({ outcome: 'diverged', step: 15 });
  const losses = only(events, 'epoch').map(
    ({ validation }) => validation.losses['mean-squared-error-linear'],
  );
  expect(losses[1]).toBeLessThan(losses[2] ?? NaN);
  expect(checkpoints.map(({ checkpoint, kinds }) => [checkpoint.epoch, kinds])).toEqual([
    [1, ['best']],
    [2, ['last']],
  ]);
  expect(lastOf({ events, checkpoints }).validation).toMatchObject({
    best: losses[1],
    bestEpoch: 1,
  });
});

test('a training that is broken off or paused has handed on its checkpoint before', async () => {
  const spec = tinySpec('cross-entropy', { epochs: 3 });
  let atPause: number | undefined;
  const seen: Checkpoint[] = [];
  const keep = (checkpoint: Checkpoint): void => void seen.push(checkpoint);
  const control = new TrainingControl();
  for await (const event of train(spec, tinyData, control, wasm, { keep })) {
    if (event.type === 'batch' && event.step === 7) control.pause();
    if (event.type === 'paused') atPause = seen.length;
    if (event.type === 'paused') control.resume();
    if (event.type === 'batch' && event.step === 12) break;
  }
  expect(atPause).toBe(1);
  expect(seen.map(({ epoch }) => epoch)).toEqual([1, 2]);
});

test('a training whose checkpoints nobody keeps makes none, and trains the same', async () => {
  const spec = tinySpec('cross-entropy');
  const events: RunEvent[] = [];
  for await (const event of train(spec, tinyData, new TrainingControl(), wasm)) events.push(event);
  expect(measuredAfter(events, 0)).toEqual(measuredAfter((await trainFrom(spec, wasm)).events, 0));
});
