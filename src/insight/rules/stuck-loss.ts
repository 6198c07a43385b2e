import { message, percent } from '../../l10n.ts';
import { atEpoch, lastEpochs } from './readings.ts';
import { betterFlow, otherRate, otherSteps, remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';

const limit = 0.05;

export const stuckLoss: Rule = {
  name: message('The loss is stuck'),
  quantity: message('fall of the training loss over the last five epochs'),
  condition: message(
    'From the fifth-last epoch to the last the training loss fell by less than 5 %, and it is still above half of what it was before the first step.',
  ),
  source: 'TheDeepChecker (Ben Braiek & Khomh 2023): less than 5 % a period, five times',
  certainty: 'likely',
  meaning: message(
    'More epochs of the same would hardly change anything: the steps are too short, or the gradient does not get through.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const { train, validation } = run.epochs;
    const last = lastEpochs(train.objective, 5);
    const [from, to, start] = [last?.[0], last?.at(-1), validation.objective[0]];
    if (from === undefined || to === undefined || start === undefined) return undefined;
    const fall = (from - to) / from;
    return {
      value: percent(fall),
      limit: percent(limit),
      side: 'below',
      place: atEpoch(run, -1),
      isBeyond: to > start / 2 && fall < limit && from > 0,
    };
  },
  remedies: (run) => remediesOf([...otherSteps(run), ...betterFlow(run)], otherRate(run, 10)),
};
