import { message } from '../../l10n.ts';
import { undampedLoss } from './loss-remedies.ts';
import { plateauReading } from './plateau.ts';
import { adam, otherRate, remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';
import { drawnWeights } from './style-remedies.ts';

const share = 0.03;
const squaredErrors = ['mean-squared-error', 'mean-squared-error-linear'] as const;

export const squaredErrorPlateau: Rule = {
  name: message('Squared error stands at the level of chance'),
  quantity: message('validation loss'),
  condition: message(
    'Over the last three epochs training and validation loss are within 3 % of (K − 1)/K², 0.09 for 10 classes, or that in the run’s reduction.',
  ),
  source: 'Arithmetic: the squared error of 1/K for each class',
  certainty: 'likely',
  meaning: message(
    'This is what giving every class 1/K costs. The mean over K classes makes the gradient K times smaller, and on a softmax it is damped again; both look like a learning rate that is too small.',
  ),
  success: 'accuracy',
  applies: ({ identity }) => squaredErrors.some((name) => name === identity.spec.loss.name),
  measure: (run) => {
    const ruler = squaredErrors.find((name) => name === run.identity.spec.loss.name);
    return plateauReading(run, ruler ?? 'mean-squared-error', share);
  },
  remedies: (run) =>
    remediesOf(
      [drawnWeights(run), undampedLoss(run), otherRate(run, 10), adam(run)],
      undampedLoss(run),
    ),
};
