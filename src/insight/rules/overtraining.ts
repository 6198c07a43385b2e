import { message, ratio } from '../../l10n.ts';
import { atEpoch } from './readings.ts';
import type { Rule } from './rule.ts';

const limit = 1.1;
const patience = 5;

export const overtraining: Rule = {
  name: message('Trained past its best'),
  quantity: message('last validation loss ÷ the lowest'),
  condition: message(
    'The validation loss is at least 10 % above its lowest, which is five epochs or more ago.',
  ),
  source: 'Amazon SageMaker Debugger: patience 5, delta 0.1; Prechelt 1998',
  check: (run) => {
    const values = run.epochs.validation.objective;
    const lowest = Math.min(...values.filter((value) => !Number.isNaN(value)));
    const best = values.indexOf(lowest);
    const value = (values.at(-1) ?? NaN) / lowest;
    if (!(lowest > 0) || !(value >= limit) || values.length - 1 - best < patience) return undefined;
    return {
      value: ratio(value),
      limit: ratio(limit),
      side: 'above',
      place: atEpoch(run, best),
      certainty: 'likely',
      meaning: message(
        'Since then the model has got better at the training images and worse at others. The weights of the best epoch are kept in its checkpoint.',
      ),
      remedy: {
        text: message('Try early stopping with a patience of five epochs.'),
        change: { earlyStopping: { patience } },
      },
    };
  },
};
