import { loss, message } from '../../l10n.ts';
import { atEpoch } from './readings.ts';
import type { Rule } from './rule.ts';

export const negativeLoss: Rule = {
  name: message('The loss is negative'),
  quantity: message('mean training loss of an epoch'),
  condition: message('The mean loss of an epoch is below 0, in training or in validation.'),
  source: 'AutoTrainer (Zhang et al., ICSE 2021)',
  check: (run) => {
    const { train, validation } = run.epochs;
    const index = train.objective.findIndex(
      (value, epoch) => Math.min(value, validation.objective[epoch] ?? NaN) < 0 || value < 0,
    );
    if (index < 0) return undefined;
    const value = Math.min(train.objective[index] ?? NaN, validation.objective[index] ?? NaN);
    return {
      value: loss(value),
      limit: loss(0),
      side: 'below',
      place: atEpoch(run, index),
      certainty: 'certain',
      meaning: message(
        'A cross-entropy of probabilities and labels in 0…1 is never below 0, nor is any squared error. Labels outside 0…1 or a sign make it so, and it then falls without end.',
      ),
      remedy: {
        text: message('Look at the labels that the loss is given, and at its sign.'),
        change: null,
      },
    };
  },
};
