import { loss, message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { soundCrossEntropy } from './loss-remedies.ts';
import { atEpoch } from './readings.ts';
import { remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';

export const negativeLoss: Rule = {
  name: message('The loss is negative'),
  quantity: message('mean training loss of an epoch'),
  condition: message('The mean loss of an epoch is below 0, in training or in validation.'),
  source: 'AutoTrainer (Zhang et al., ICSE 2021)',
  certainty: 'certain',
  meaning: message(
    'A cross-entropy of probabilities and labels in 0…1 is never below 0, nor is any squared error. Labels outside 0…1 or a sign make it so, and it then falls without end.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const means = meansOfEpochs(run);
    const index = means.findIndex((value) => value < 0);
    const value = means.at(index);
    if (value === undefined || Number.isNaN(value)) return undefined;
    return {
      value: loss(value),
      limit: loss(0),
      side: 'below',
      place: atEpoch(run, index),
      isBeyond: index >= 0,
    };
  },
  remedies: (run) =>
    remediesOf([run.identity.spec.loss.name === 'own' ? soundCrossEntropy(run) : undefined], {
      text: message('Look at the labels that the loss is given, and at its sign.'),
      change: null,
    }),
};

/** The lower of training and validation, NaN at epoch 0, which has no training. */
function meansOfEpochs({ epochs: { train, validation } }: Run): number[] {
  return train.objective.map((value, epoch) => {
    const validated = validation.objective[epoch] ?? NaN;
    return Number.isNaN(validated) ? value : Math.min(value, validated);
  });
}
