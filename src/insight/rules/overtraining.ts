import { message, ratio } from '../../l10n.ts';
import { moreImages, shiftedImages } from './data-remedies.ts';
import { robustLoss } from './loss-remedies.ts';
import { atEpoch } from './readings.ts';
import { earlyStopping, remediesOf, weightDecay } from './remedies.ts';
import type { Rule } from './rule.ts';
import { dropout } from './style-remedies.ts';

const limit = 1.1;
const patience = 5;

export const overtraining: Rule = {
  name: message('Trained past its best'),
  quantity: message('last validation loss ÷ the lowest'),
  condition: message(
    'The validation loss is at least 10 % above its lowest, which is five epochs or more ago.',
  ),
  source: 'Amazon SageMaker Debugger: patience 5, delta 0.1; Prechelt 1998',
  certainty: 'likely',
  meaning: message(
    'Since then the model has got better at the training images and worse at others. The weights of the best epoch are kept in its checkpoint.',
  ),
  success: 'loss',
  measure: (run) => {
    const values = run.epochs.validation.objective;
    const lowest = Math.min(...values.filter((value) => !Number.isNaN(value)));
    const best = values.indexOf(lowest);
    const value = (values.at(-1) ?? NaN) / lowest;
    if (!(lowest > 0) || Number.isNaN(value)) return undefined;
    return {
      value: ratio(value),
      limit: ratio(limit),
      side: 'above',
      place: atEpoch(run, best),
      isBeyond: value >= limit && values.length - 1 - best >= patience,
    };
  },
  remedies: (run) =>
    remediesOf(
      [
        earlyStopping(run),
        dropout(run),
        weightDecay(run),
        moreImages(run),
        shiftedImages(run),
        robustLoss(run),
      ],
      { text: message('Keep the weights of the best epoch.'), change: null },
    ),
};
