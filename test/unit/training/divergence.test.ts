import { describe, expect, test } from 'vitest';
import { losses, lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { modelNames } from '../../../src/experiment/models/catalogue.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { translator } from '../../../src/l10n.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { divergenceOfEpoch, divergenceOfStep } from '../../../src/training/divergence.ts';
import { backends } from './backends.ts';
import { eventsOf, only, tinyDataFor, tinySpec } from './tiny.ts';

const english = translator({}, 'en');
const wild = wholeOptimizer({ name: 'sgd', learningRate: 1000 });
/** In plain JavaScript a convolution takes long: there each loss has the MLP, each model cross-entropy. */
const casesOn = (backend: Backend['name']) =>
  lossNames.flatMap((loss) =>
    modelNames
      .filter((model) => losses[loss].scope === 'label' || model === 'unet')
      .filter((model) => backend === 'wasm' || model === 'mlp' || loss === 'cross-entropy')
      .map((model) => ({ loss, model })),
  );

describe.each(backends)('at learning rate 1000 on $name', (backend) => {
  test.each(casesOn(backend.name))(
    '$model with $loss is seen to diverge or stays finite',
    async ({ loss, model }) => {
      const spec = tinySpec(loss, { model: modelSpec(model), epochs: 12, optimizer: wild });
      const events = await eventsOf(spec, backend, tinyDataFor(model));
      const last = events.at(-1);
      if (last?.type !== 'finished') throw new Error('It does not finish');
      if (last.outcome === 'diverged') return expectReason(last.reason && english(last.reason));
      expect(last.outcome).toBe('completed');
      expect(allFinite(events)).toBe(true);
    },
  );

  // These have unbounded gradients or losses: here nothing but divergence is right.
  test.each(['cross-entropy', 'mean-squared-error-linear', 'binary-cross-entropy'] as const)(
    'an MLP with %s diverges',
    async (loss) => {
      const events = await eventsOf(tinySpec(loss, { epochs: 20, optimizer: wild }), backend);
      expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: 'diverged' });
    },
  );

  test('the batch event shows the loss that was not finite, and nothing is trained after it', async () => {
    const hot = wholeOptimizer({ name: 'sgd', learningRate: 1e30 });
    const events = await eventsOf(
      tinySpec('mean-squared-error-linear', { optimizer: hot }),
      backend,
    );
    const batches = only(events, 'batch');
    const [last, before] = [events.at(-1), events.at(-2)];
    expect(last).toMatchObject({ outcome: 'diverged', step: batches.length });
    expect(before?.step).toBe(batches.length);
    expect(batches.slice(0, -1).every(({ loss }) => Number.isFinite(loss))).toBe(true);
  });
});

test('a loss that is not finite is told before the gradient, the gradient before the weights', () => {
  const sums = {
    count: 1,
    gradient: 0,
    gradientSquares: 1,
    gradientZeros: 0,
    weightSquares: 1,
    stepSquares: 1,
  };
  const reasonFor = (lossValue: number, change: Partial<typeof sums>): string => {
    const layers = [
      { name: 'dense-1', tensors: [sums, sums] },
      { name: 'dense-2', tensors: [sums, { ...sums, ...change }] },
    ];
    const reason = divergenceOfStep(12, lossValue, layers, 0.5);
    return reason ? english(reason) : '';
  };
  expect(reasonFor(1, {})).toBe('');
  expect(reasonFor(NaN, { gradientSquares: NaN })).toBe(
    'Diverged at step 12: the loss became NaN. Try a smaller learning rate, such as 0.05.',
  );
  expect(reasonFor(Infinity, {})).toContain('the loss became ∞');
  expect(reasonFor(1, { gradientSquares: NaN, stepSquares: NaN })).toContain(
    'the gradient of dense-2',
  );
  expect(reasonFor(1, { stepSquares: Infinity })).toContain('the weights of dense-2');
});

test('an epoch diverges from a mean loss of 1000 on', () => {
  expect(divergenceOfEpoch(2, 999.9, 0.1)).toBeUndefined();
  const reason = divergenceOfEpoch(2, 1000, 0.1);
  expect(reason && english(reason)).toBe(
    'Diverged in epoch 2: its mean training loss of 1,000 is over the limit of 1,000. Try a smaller learning rate, such as 0.01.',
  );
});

function expectReason(reason: string | undefined): void {
  expect(reason).toMatch(
    /^Diverged (at step|in epoch) \d+: .* Try a smaller learning rate, such as 100\.$/,
  );
}

function allFinite(events: readonly RunEvent[]): boolean {
  return events.every((event) => {
    if (event.type === 'batch') return Number.isFinite(event.loss);
    if (event.type !== 'gradients') return true;
    return event.layers.every((layer) => Object.values(layer).every(Number.isFinite));
  });
}
