import { losses } from '../../experiment/losses/catalogue.ts';
import { message, loss } from '../../l10n.ts';
import { chanceLevel } from '../chance.ts';
import { atEpoch } from './readings.ts';
import { remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';
import { lookAtScale, usualScale } from './style-remedies.ts';

const factor = 2;

export const wrongStart: Rule = {
  name: message('The first loss is far too high'),
  quantity: message('loss before the first step'),
  condition: message(
    'On a softmax output: before the first step the validation loss is more than twice that of giving every class 1/K, which is ln K for cross-entropy.',
  ),
  source: 'TheDeepChecker (Ben Braiek & Khomh 2023): 100 % off; Karpathy 2019',
  certainty: 'certain',
  meaning: message(
    'An untrained model should be unsure. This one is sure and wrong: its first epochs go into unlearning what the initial weights say by accident.',
  ),
  success: 'accuracy',
  applies: (run) => losses[run.identity.spec.loss.name].activation === 'softmax',
  measure: (run) => {
    const chance = chanceLevel(run.identity.spec.loss, run.setting?.classes ?? NaN);
    const value = run.epochs.validation.objective[0];
    if (chance === undefined || value === undefined) return undefined;
    return {
      value: loss(value),
      limit: loss(factor * chance),
      side: 'above',
      place: atEpoch(run, 0),
      isBeyond: value > factor * chance,
    };
  },
  remedies: (run) => remediesOf([usualScale(run)], lookAtScale),
};
