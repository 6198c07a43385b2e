import { message, percent } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { atEpoch, lastEpochs } from './readings.ts';
import type { Remedy, Rule } from './rule.ts';

const limit = 0.15;

export const overfitting: Rule = {
  name: message('Overfitting'),
  quantity: message('training accuracy − validation accuracy'),
  condition: message(
    'In each of the last three epochs the training accuracy is at least 15 points above the validation accuracy.',
  ),
  source:
    'AutoTrainer (Zhang et al., ICSE 2021) has 10 points, which healthy runs on small data reach',
  check: (run) => {
    const { train, validation } = run.epochs;
    const [trained, validated] = [lastEpochs(train.accuracy, 3), lastEpochs(validation.accuracy, 3)]; // prettier-ignore
    if (!trained || !validated) return undefined;
    const gaps = trained.map((accuracy, index) => accuracy - (validated[index] ?? NaN));
    if (!gaps.every((gap) => gap >= limit)) return undefined;
    return {
      value: percent(gaps.at(-1) ?? NaN),
      limit: percent(limit),
      side: 'above',
      place: atEpoch(run, -1),
      certainty: 'likely',
      meaning: message(
        'The model knows its training images better than what they have in common with others.',
      ),
      remedy: remedy(run),
    };
  },
};

function remedy({ identity }: Run): Remedy {
  const { style } = identity.spec.model;
  if (style === null || style.dropout > 0)
    return {
      text: message('Try weight decay, or more images.'),
      change: { optimizer: { weightDecay: 0.001 } },
    };
  return {
    text: message('Try dropout of 30 %, or more images.'),
    change: { model: { style: { dropout: 0.3 } } },
  };
}
