import { optimizers } from '../../../../src/experiment/optimizers/catalogue.ts';
import { schedules } from '../../../../src/experiment/schedules/catalogue.ts';
import { message, ratio } from '../../../../src/l10n.ts';
import type { Setting } from './setting.ts';

export const ofOptimizer: readonly Setting[] = [
  {
    id: 'optimizer',
    label: message('optimizer'),
    of: ({ optimizer }) => optimizers[optimizer.name].label,
  },
  {
    id: 'learning-rate',
    label: message('learning rate'),
    of: ({ optimizer }) => ratio(optimizer.learningRate),
  },
  {
    id: 'schedule',
    label: message('learning rate schedule'),
    of: ({ optimizer: { schedule } }) =>
      schedule.name === 'step'
        ? message('step {factor} every {epochs}', {
            factor: schedule.factor,
            epochs: schedule.every,
          })
        : schedules[schedule.name].label,
  },
  {
    id: 'warm-up',
    label: message('warm-up'),
    of: ({ optimizer }) => ratio(optimizer.schedule.warmUp),
  },
  {
    id: 'weight-decay',
    label: message('weight decay'),
    of: ({ optimizer }) => ratio(optimizer.weightDecay),
  },
  { id: 'l1', label: message('L1 penalty'), of: ({ optimizer }) => ratio(optimizer.l1) },
  {
    id: 'clip-norm',
    label: message('gradient clipping'),
    of: ({ optimizer: { clipNorm } }) => (clipNorm === null ? message('none') : ratio(clipNorm)),
  },
];
