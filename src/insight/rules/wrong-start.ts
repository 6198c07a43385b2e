import { losses } from '../../experiment/losses/catalogue.ts';
import { message, loss } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { chanceLevel } from '../chance.ts';
import { atEpoch } from './readings.ts';
import type { Remedy, Rule } from './rule.ts';

const factor = 2;

export const wrongStart: Rule = {
  name: message('The first loss is far too high'),
  quantity: message('loss before the first step'),
  condition: message(
    'On a softmax output: before the first step the validation loss is more than twice that of giving every class 1/K, which is ln K for cross-entropy.',
  ),
  source: 'TheDeepChecker (Ben Braiek & Khomh 2023): 100 % off; Karpathy 2019',
  check: (run) => {
    const { loss: spec } = run.identity.spec;
    const chance = chanceLevel(spec, run.setting?.classes ?? NaN);
    const value = run.epochs.validation.objective[0] ?? NaN;
    if (chance === undefined || losses[spec.name].activation !== 'softmax') return undefined;
    if (!(value > factor * chance)) return undefined;
    return {
      value: loss(value),
      limit: loss(factor * chance),
      side: 'above',
      place: atEpoch(run, 0),
      certainty: 'certain',
      meaning: message(
        'An untrained model should be unsure. This one is sure and wrong: its first epochs go into unlearning what the initial weights say by accident.',
      ),
      remedy: remedy(run),
    };
  },
};

function remedy({ identity }: Run): Remedy {
  const { style } = identity.spec.model;
  if (style === null || style.initialScale === 1)
    return {
      text: message('Look at the scale of the initial weights and of the inputs.'),
      change: null,
    };
  return {
    text: message('Try initial weights of the usual scale.'),
    change: { model: { style: { initialScale: 1 } } },
  };
}
