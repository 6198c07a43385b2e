import { message, ratio } from '../../l10n.ts';
import { firstStep } from './readings.ts';
import type { Remedy, Rule } from './rule.ts';

const limit = 10;

/** Rare classes weigh more. */
export const balancedWeights: Remedy = {
  text: message('Try balanced class weights, so that every class pulls as much as any other.'),
  change: { loss: { classWeights: 'balanced' } },
};

export const classImbalance: Rule = {
  name: message('The classes are of very different size'),
  quantity: message('training images of the largest class ÷ those of the smallest'),
  condition: message(
    'The experiment makes the largest class at least 10 times as large as the smallest, and all examples weigh the same.',
  ),
  source: 'Amazon SageMaker Debugger: 10 to 1',
  check: ({ identity: { spec }, setting }) => {
    const { imbalance } = spec.dataset;
    if (imbalance < limit || spec.loss.classWeights !== 'equal' || !setting) return undefined;
    return {
      value: ratio(imbalance),
      limit: ratio(limit),
      side: 'above',
      place: firstStep,
      certainty: 'certain',
      meaning: message(
        'A mean over examples is mostly a mean over the large classes: a model can leave out the small ones and hardly pay for it.',
      ),
      remedy: balancedWeights,
    };
  },
};
