import { message } from '../../../l10n.ts';
import type { Measure } from './measure.ts';

export const firstGradient: Measure = {
  label: message('First gradient, output layer'),
  format: 'loss',
  readAt: message('norm of the weights’ gradient at step 1'),
  value: ({ gradients }) => gradients.firstStep?.at(-1)?.norm ?? NaN,
};
