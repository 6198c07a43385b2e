import { message, percent } from '../../l10n.ts';
import { rightLabels } from './data-remedies.ts';
import { atEpoch } from './readings.ts';
import { remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';

const aboveChance = 0.3;

export const memorising: Rule = {
  name: message('The training images are learnt by heart'),
  quantity: message('validation accuracy'),
  condition: message(
    'Training accuracy is at least 30 points above 1/K, while validation accuracy is not above 1/K by three standard errors.',
  ),
  source: 'Zhang et al. 2017, arXiv 1611.03530 (random labels)',
  certainty: 'likely',
  meaning: message(
    'What fits the training images says nothing about others: labels and images do not belong together, or those of training and validation are of different kinds.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const { train, validation } = run.epochs;
    const { classes = NaN, validationCount = NaN } = run.setting ?? {};
    const chance = 1 / classes;
    const limit = chance + 3 * Math.sqrt((chance * (1 - chance)) / validationCount);
    const [trained, validated] = [train.accuracy.at(-1) ?? NaN, validation.accuracy.at(-1) ?? NaN];
    if (Number.isNaN(trained + validated + limit)) return undefined;
    return {
      value: percent(validated),
      limit: percent(limit),
      side: 'below',
      place: atEpoch(run, -1),
      isBeyond: trained >= chance + aboveChance && validated < limit,
    };
  },
  remedies: (run) =>
    remediesOf([rightLabels(run)], {
      text: message('Look at some images with their labels, in the Data tab.'),
      change: null,
    }),
};
