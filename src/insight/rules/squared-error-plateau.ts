import { loss, message } from '../../l10n.ts';
import { plateauLevel } from './plateau.ts';
import { atEpoch } from './readings.ts';
import type { Rule } from './rule.ts';

const share = 0.03;

export const squaredErrorPlateau: Rule = {
  name: message('Squared error stands at the level of chance'),
  quantity: message('validation loss'),
  condition: message(
    'Over the last three epochs training and validation loss are within 3 % of (K − 1)/K², 0.09 for 10 classes, or that in the run’s reduction.',
  ),
  source: 'Arithmetic: the squared error of 1/K for each class',
  check: (run) => {
    const { name } = run.identity.spec.loss;
    const isSquaredError = name === 'mean-squared-error' || name === 'mean-squared-error-linear';
    const level = isSquaredError ? plateauLevel(run, share) : undefined;
    if (level === undefined) return undefined;
    return {
      value: loss(run.epochs.validation.objective.at(-1) ?? NaN),
      limit: loss(level),
      side: 'near',
      place: atEpoch(run, -1),
      certainty: 'likely',
      meaning: message(
        'This is what giving every class 1/K costs. The mean over K classes makes the gradient K times smaller, and on a softmax it is damped again; both look like a learning rate that is too small.',
      ),
      remedy: {
        text: message('Try cross-entropy, whose gradient is not damped where the model is wrong.'),
        change: { loss: { name: 'cross-entropy' } },
      },
    };
  },
};
