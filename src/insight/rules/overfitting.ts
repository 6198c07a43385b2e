import { message, percent } from '../../l10n.ts';
import { moreImages, shiftedImages } from './data-remedies.ts';
import { robustLoss } from './loss-remedies.ts';
import { atEpoch, lastEpochs } from './readings.ts';
import { earlyStopping, remediesOf, weightDecay } from './remedies.ts';
import type { Rule } from './rule.ts';
import { dropout } from './style-remedies.ts';

const limit = 0.15;

export const overfitting: Rule = {
  name: message('Overfitting'),
  quantity: message('training accuracy − validation accuracy'),
  condition: message(
    'In each of the last three epochs the training accuracy is at least 15 points above the validation accuracy.',
  ),
  source:
    'AutoTrainer (Zhang et al., ICSE 2021) has 10 points, which healthy runs on small data reach',
  certainty: 'likely',
  meaning: message(
    'The model knows its training images better than what they have in common with others.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const { train, validation } = run.epochs;
    const [trained, validated] = [lastEpochs(train.accuracy, 3), lastEpochs(validation.accuracy, 3)]; // prettier-ignore
    if (!trained || !validated) return undefined;
    const gaps = trained.map((accuracy, index) => accuracy - (validated[index] ?? NaN));
    return {
      value: percent(gaps.at(-1) ?? NaN),
      limit: percent(limit),
      side: 'above',
      place: atEpoch(run, -1),
      isBeyond: gaps.every((gap) => gap >= limit),
    };
  },
  remedies: (run) =>
    remediesOf(
      [
        dropout(run),
        weightDecay(run),
        moreImages(run),
        shiftedImages(run),
        robustLoss(run),
        earlyStopping(run),
      ],
      { text: message('Get more images, or take a smaller model.'), change: null },
    ),
};
