import { metrics } from '../../../experiment/metrics/catalogue.ts';
import { message } from '../../../l10n.ts';
import type { Measure } from './measure.ts';

const readAt = message('validation set, last epoch of each run');

export const calibrationError: Measure = {
  label: metrics['expected-calibration-error'].label,
  format: 'loss',
  better: 'lower',
  readAt,
  value: ({ evaluations }) => evaluations.metrics['expected-calibration-error'].at(-1) ?? NaN,
};

export const brierScore: Measure = {
  label: metrics['brier-score'].label,
  format: 'loss',
  better: 'lower',
  readAt,
  value: ({ evaluations }) => evaluations.metrics['brier-score'].at(-1) ?? NaN,
};
