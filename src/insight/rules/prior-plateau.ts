import { loss, message } from '../../l10n.ts';
import { plateauLevel, share } from './plateau.ts';
import { atEpoch } from './readings.ts';
import { otherSteps } from './remedies.ts';
import type { Rule } from './rule.ts';

export const priorPlateau: Rule = {
  name: message('Cross-entropy stands at ln K: nothing but the class frequencies is learnt'),
  quantity: message('validation loss'),
  condition: message(
    'Over the last three epochs training and validation loss are within 2 % of ln K, 2.303 for 10 classes.',
  ),
  source: 'Karpathy 2019, A Recipe for Training Neural Networks: −log(1/K)',
  check: (run) => {
    if (run.identity.spec.loss.name !== 'cross-entropy') return undefined;
    const level = plateauLevel(run, share);
    if (level === undefined) return undefined;
    return {
      value: loss(run.epochs.validation.objective.at(-1) ?? NaN),
      limit: loss(level),
      side: 'near',
      place: atEpoch(run, -1),
      certainty: 'likely',
      meaning: message(
        'ln K is what it costs to give every image the same probabilities 1/K. The output layer’s biases reach that alone; the images play no part yet.',
      ),
      remedy: otherSteps(run),
    };
  },
};
