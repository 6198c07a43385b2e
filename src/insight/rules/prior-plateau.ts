import { message } from '../../l10n.ts';
import { plateauReading, share } from './plateau.ts';
import { betterFlow, otherRate, otherSteps, remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';

export const priorPlateau: Rule = {
  name: message('Cross-entropy stands at ln K: nothing but the class frequencies is learnt'),
  quantity: message('validation loss'),
  condition: message(
    'Over the last three epochs training and validation loss are within 2 % of ln K, 2.303 for 10 classes.',
  ),
  source: 'Karpathy 2019, A Recipe for Training Neural Networks: −log(1/K)',
  certainty: 'likely',
  meaning: message(
    'ln K is what it costs to give every image the same probabilities 1/K. The output layer’s biases reach that alone; the images play no part yet.',
  ),
  success: 'accuracy',
  applies: (run) => run.identity.spec.loss.name === 'cross-entropy',
  measure: (run) => plateauReading(run, 'cross-entropy', share),
  remedies: (run) => remediesOf([...otherSteps(run), ...betterFlow(run)], otherRate(run, 10)),
};
