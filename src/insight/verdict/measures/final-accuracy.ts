import { message } from '../../../l10n.ts';
import { epochsDone, validationAccuracy } from '../../../run/figures.ts';
import type { Measure } from './measure.ts';

/** Before the first epoch a model has an accuracy, but none of its loss's making. */
export const finalAccuracy: Measure = {
  label: message('Validation accuracy, last epoch'),
  format: 'percent',
  better: 'higher',
  readAt: message('validation set, last epoch of each run'),
  value: (run) => (epochsDone(run) > 0 ? (validationAccuracy(run) ?? NaN) : NaN),
};
