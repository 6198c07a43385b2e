import type { OptimizerSpec } from '../../experiment/optimizers/optimizer-spec.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import { message } from '../../l10n.ts';
import type { Extra } from './extra.ts';

const ofOptimizer =
  (change: (value: number, optimizer: OptimizerSpec) => Partial<OptimizerSpec>) =>
  (spec: ExperimentSpec, value: number): ExperimentSpec => ({
    ...spec,
    optimizer: { ...spec.optimizer, ...change(value, spec.optimizer) },
  });

/** How the steps are taken, and how many. */
export const extrasOfTraining: readonly Extra[] = [
  {
    label: message('Weight decay'),
    detail: message('Draws all weights towards 0 a little each step; against overfitting.'),
    number: { prompt: message('Weight decay λ'), preset: 0.001 },
    apply: ofOptimizer((value) => ({ weightDecay: value })),
  },
  {
    label: message('Gradient clipping'),
    detail: message('No step goes down a gradient longer than a limit; against divergence.'),
    number: { prompt: message('Longest norm of the gradient of all layers together'), preset: 1 },
    apply: ofOptimizer((value) => ({ clipNorm: value })),
  },
  {
    label: message('Cosine schedule'),
    detail: message('The learning rate falls to 0 by the end of the training.'),
    apply: ofOptimizer((_, { schedule }) => ({
      schedule: { name: 'cosine', warmUp: schedule.warmUp },
    })),
  },
  {
    label: message('Step schedule'),
    detail: message('The learning rate falls to a tenth at intervals.'),
    number: {
      prompt: message('Epochs from one fall of the learning rate to the next'),
      preset: 10,
    },
    apply: ofOptimizer((value, { schedule }) => ({
      schedule: { name: 'step', warmUp: schedule.warmUp, every: value, factor: 0.1 },
    })),
  },
  {
    label: message('Warm-up'),
    detail: message('The learning rate rises from almost 0 in the first epochs.'),
    number: { prompt: message('Epochs over which the learning rate rises'), preset: 1 },
    apply: ofOptimizer((value, { schedule }) => ({ schedule: { ...schedule, warmUp: value } })),
  },
  {
    label: message('Early stopping'),
    detail: message('Ends a run once its validation loss no longer gets better.'),
    number: { prompt: message('Epochs without a better validation loss'), preset: 5 },
    apply: (spec, value) => ({ ...spec, earlyStopping: { patience: value, minimumDelta: 0 } }),
  },
];
