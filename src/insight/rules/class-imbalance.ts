import { message, ratio } from '../../l10n.ts';
import { balancedWeights } from './loss-remedies.ts';
import { firstStep } from './readings.ts';
import type { Rule } from './rule.ts';

const limit = 10;

export const classImbalance: Rule = {
  name: message('The classes are of very different size'),
  quantity: message('weight of the largest class in the loss ÷ that of the smallest'),
  condition: message(
    'The experiment makes the largest class at least 10 times as large as the smallest, and all examples weigh the same.',
  ),
  source: 'Amazon SageMaker Debugger: 10 to 1',
  certainty: 'certain',
  meaning: message(
    'A mean over examples is mostly a mean over the large classes: a model can leave out the small ones and hardly pay for it.',
  ),
  success: 'balanced-accuracy',
  applies: ({ identity }) => identity.spec.loss.classWeights === 'equal',
  measure: ({ identity: { spec }, setting }) => {
    if (!setting) return undefined;
    const value = spec.loss.classWeights === 'balanced' ? 1 : spec.dataset.imbalance;
    return {
      value: ratio(value),
      limit: ratio(limit),
      side: 'above',
      place: firstStep,
      isBeyond: value >= limit,
    };
  },
  remedies: () => [balancedWeights],
};
