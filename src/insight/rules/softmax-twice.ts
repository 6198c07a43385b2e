import { loss, message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { soundCrossEntropy } from './loss-remedies.ts';
import { atEpoch, lastEpochs } from './readings.ts';
import type { Rule } from './rule.ts';

const share = 0.02;

/** ln(e + K − 1) − 1: cross-entropy of the softmax of a one-hot prediction that is right; 1 more where it is wrong. */
export function floorOf(classes: number): number {
  return Math.log(Math.E + classes - 1) - 1;
}

export const softmaxTwice: Rule = {
  name: message('The loss stops where a softmax applied twice would'),
  quantity: message('training loss'),
  condition: message(
    'Over the last three epochs the training loss is within 2 % of ln(e + K − 1) − 1, which is 1.461 for 10 classes, plus the share of wrong images, while more than half of the images are right.',
  ),
  source: 'Arithmetic: p in 0…1 taken for logits gives probabilities of at most e/(e + K − 1)',
  certainty: 'likely',
  meaning: message(
    'The model is right about most images, yet the loss cannot fall: probabilities are taken for logits, so that no prediction can be sure.',
  ),
  success: 'accuracy',
  applies: isCrossEntropy,
  measure: (run) => {
    const classes = run.setting?.classes ?? NaN;
    const losses = lastEpochs(run.epochs.train.objective, 3);
    const accuracies = lastEpochs(run.epochs.train.accuracy, 3);
    if (!losses || !accuracies) return undefined;
    const expected = accuracies.map((accuracy) => floorOf(classes) + 1 - accuracy);
    const isAt = losses.every((value, index) => {
      const level = expected[index] ?? NaN;
      return Math.abs(value - level) <= share * level && (accuracies[index] ?? 0) > 0.5;
    });
    return {
      value: loss(losses.at(-1) ?? NaN),
      limit: loss(expected.at(-1) ?? NaN),
      side: 'near',
      place: atEpoch(run, -1),
      isBeyond: isAt,
    };
  },
  remedies: (run) => [soundCrossEntropy(run)],
};

/** Or may be one. */
function isCrossEntropy({ identity }: Run): boolean {
  const { name } = identity.spec.loss;
  return name === 'own' || name === 'cross-entropy';
}
