import { expect, test } from 'vitest';
import { losses, lossNames, type LossName } from '../../../src/experiment/losses/catalogue.ts';
import { modelNames, models, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import {
  optimizerNames,
  optimizers,
  type OptimizerName,
} from '../../../src/experiment/optimizers/catalogue.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { wasm } from './backends.ts';
import { eventsOf, only, tinyDataFor, tinySpec } from './tiny.ts';

test('runs that differ in the loss alone begin with the same weights and see the same images', async () => {
  const idle = { optimizer: wholeOptimizer({ name: 'sgd', learningRate: 1e-30 }) };
  const runs: (readonly unknown[])[] = [];
  // At a rate that moves no weight, every batch shows its images' loss under the initial weights.
  for (const name of ['cross-entropy', 'mean-squared-error'] as const) {
    const events = await eventsOf(tinySpec(name, idle), wasm);
    const batches = only(events, 'batch').map(({ accuracy }) => accuracy);
    const epochs = only(events, 'epoch').map(({ train, validation }) => [
      [train?.accuracy, train?.losses],
      [validation.accuracy, validation.losses],
    ]);
    runs.push([batches, epochs]);
  }
  expect(runs[1]).toEqual(runs[0]);
});

test('the order of the images is another one in the second epoch', async () => {
  const idle = { optimizer: wholeOptimizer({ name: 'sgd', learningRate: 1e-30 }) };
  const losses = only(await eventsOf(tinySpec('cross-entropy', idle), wasm), 'batch').map(
    ({ loss }) => loss,
  );
  expect(losses.slice(5)).not.toEqual(losses.slice(0, 5));
});

test('the batch loss is in the reduction of the run, the epoch losses in their own', async () => {
  const idle = { optimizer: wholeOptimizer({ name: 'sgd', learningRate: 1e-30 }) };
  const lossesBy = async (reduction: 'mean' | 'sum' | 'half-sum'): Promise<number[]> => {
    const loss = lossSpec('mean-squared-error', reduction);
    const events = await eventsOf(tinySpec('mean-squared-error', { ...idle, loss }), wasm);
    const epoch = only(events, 'epoch').at(-1)?.train?.losses['mean-squared-error'] ?? NaN;
    return [only(events, 'batch')[0]?.loss ?? NaN, epoch];
  };
  const [mean = NaN, epoch] = await lossesBy('mean');
  const [sum = NaN, epochBySum] = await lossesBy('sum');
  const [half = NaN] = await lossesBy('half-sum');
  expect(sum / mean).toBeCloseTo(3, 5);
  expect(half / sum).toBeCloseTo(0.5, 5);
  expect(epochBySum).toBe(epoch);
});

test('the reduction scales the gradient, and so the step of SGD', async () => {
  const firstNorm = async (reduction: 'mean' | 'sum' | 'half-sum'): Promise<number> => {
    const loss = lossSpec('mean-squared-error', reduction);
    const [first] = only(
      await eventsOf(tinySpec('mean-squared-error', { loss }), wasm),
      'gradients',
    );
    return first?.layers[0]?.norm ?? NaN;
  };
  const mean = await firstNorm('mean');
  expect((await firstNorm('sum')) / mean).toBeCloseTo(3, 4);
  expect((await firstNorm('half-sum')) / mean).toBeCloseTo(1.5, 4);
});

const everything: readonly { loss: LossName; model: ModelName; optimizer: OptimizerName }[] = [
  ...lossNames.flatMap((loss) =>
    (['mlp', 'unet'] as const)
      .filter((model) => fits(loss, model))
      .map((model) => ({ loss, model, optimizer: 'adam' as const })),
  ),
  ...(['cross-entropy', 'mean-squared-error'] as const).flatMap((loss) =>
    modelNames.flatMap((model) => optimizerNames.map((optimizer) => ({ loss, model, optimizer }))),
  ),
];

test.each(everything)('$loss trains $model by $optimizer', async ({ loss, model, optimizer }) => {
  const learningRate = optimizers[optimizer].defaultLearningRate;
  // The whole set at once: a single small batch may well raise the loss of the others.
  const whole = { batchSize: 22, epochs: 8 };
  const spec = tinySpec(loss, {
    model: modelSpec(model),
    ...whole,
    optimizer: wholeOptimizer({ name: optimizer, learningRate }),
  });
  const events = await eventsOf(spec, wasm, tinyDataFor(model));
  const training = trainingLosses(events);
  expect(events.at(-1)).toMatchObject({ outcome: 'completed' });
  expect(training.every(Number.isFinite)).toBe(true);
  expect(training.at(-1)).toBeLessThan(training[0] ?? NaN);
});

function trainingLosses(events: Parameters<typeof only>[0]): number[] {
  return only(events, 'epoch').flatMap(({ train }) => (train ? [train.objective ?? NaN] : []));
}

test('every loss trains in each of its reductions', async () => {
  for (const name of lossNames) {
    for (const reduction of losses[name].reductions) {
      const model = losses[name].scope === 'image' ? 'unet' : 'mlp';
      const loss = lossSpec(name, reduction);
      const spec = tinySpec(name, { loss, model: modelSpec(model) });
      const data = tinyDataFor(model);
      expect((await eventsOf(spec, wasm, data)).at(-1), `${name}, ${reduction}`).toMatchObject({
        outcome: 'completed',
      });
    }
  }
});

function fits(loss: LossName, model: ModelName): boolean {
  return losses[loss].scope === 'label' || models[model].task === 'segmentation';
}
