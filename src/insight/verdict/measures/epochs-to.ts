import { message, percent } from '../../../l10n.ts';
import { epochReaching } from '../../epochs-to-accuracy.ts';
import type { Measure } from './measure.ts';

/** How many epochs a run took to a validation accuracy; NaN where it has not reached it. */
export function epochsTo(level: number): Measure {
  return {
    label: message('Epochs to {accuracy} accuracy', { accuracy: percent(level) }),
    format: 'ratio',
    better: 'lower',
    readAt: message('validation set, after each epoch'),
    value: (run) => epochReaching(run, level) ?? NaN,
  };
}
