import { message } from '../../../l10n.ts';
import type { Run } from '../../../run/run.ts';
import type { Measure } from './measure.ts';

export const bestAccuracy: Measure = {
  label: message('Validation accuracy, best epoch'),
  format: 'percent',
  better: 'higher',
  readAt: message('validation set, best epoch of each run, chosen by this very accuracy'),
  value: bestAccuracyOf,
};

/** The highest validation accuracy after any epoch; NaN before the first has ended. */
export function bestAccuracyOf({ epochs }: Run): number {
  const trained = epochs.validation.accuracy.filter(
    (accuracy, index) => (epochs.epoch[index] ?? 0) > 0 && !Number.isNaN(accuracy),
  );
  return trained.length === 0 ? NaN : Math.max(...trained);
}
