import type { EpochEvent, LayerStatistics, RunEvent } from '../../../src/run/event.ts';

/** The content of the fixture run.tfevents, said once more by hand. */
const start = 1_700_000_000.25;

const measures = (accuracy: number, first: number): EpochEvent['validation'] => ({
  accuracy,
  losses: {
    'cross-entropy': first,
    'mean-squared-error': first + 1,
    'mean-squared-error-linear': first + 2,
    'binary-cross-entropy': first + 3,
    'mean-absolute-error': first + 4,
  },
});

const statistics = (first: number): LayerStatistics => ({
  norm: first,
  maxNorm: first + 0.125,
  mean: first + 0.25,
  std: first + 0.375,
  zeroFraction: first + 0.5,
  updateRatio: first + 0.625,
});

const layers = [statistics(0), statistics(1)];

export const sampleEvents: readonly RunEvent[] = [
  {
    type: 'started',
    wallTime: start,
    step: 0,
    setting: {
      layers: [
        { name: 'dense-1', weights: 100_352 },
        { name: 'a/b', weights: 1280 },
      ],
      classes: 10,
      trainCount: 10_000,
      validationCount: 2000,
      stepsPerEpoch: 79,
      backend: 'wasm',
    },
  },
  {
    type: 'epoch',
    wallTime: start + 0.5,
    step: 0,
    epoch: 0,
    train: null,
    validation: measures(0.125, 2),
    imagesPerSecond: null,
  },
  { type: 'batch', wallTime: start + 1, step: 1, loss: 2.5, accuracy: 0.25 },
  { type: 'gradients', wallTime: start + 1, step: 1, window: 'first-step', epoch: 1, layers },
  { type: 'paused', wallTime: start + 1.5, step: 1 },
  { type: 'resumed', wallTime: start + 2.5, step: 1 },
  { type: 'batch', wallTime: start + 3, step: 2, loss: NaN, accuracy: Math.fround(0.1) },
  { type: 'batch', wallTime: start + 3, step: 3, loss: Infinity, accuracy: 0 },
  { type: 'batch', wallTime: start + 3, step: 4, loss: -Infinity, accuracy: -0 },
  { type: 'gradients', wallTime: start + 4, step: 3e9, window: 'epoch', epoch: 1, layers },
  {
    type: 'epoch',
    wallTime: start + 4,
    step: 3e9,
    epoch: 1,
    train: measures(0.5, 1),
    validation: measures(0.75, 3),
    imagesPerSecond: 40_000.5,
  },
  {
    type: 'finished',
    wallTime: start + 5,
    step: 3e9,
    outcome: 'diverged',
    reason: { text: 'The loss is {loss}.', args: { loss: { value: NaN, format: 'loss' } } },
  },
];
