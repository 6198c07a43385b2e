import { message, percent } from '../../l10n.ts';
import { atEpoch } from './readings.ts';
import { fallingRate, otherRate, remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';

const jump = 1.1;
const limit = 0.15;
const fewest = 5;

export const oscillation: Rule = {
  name: message('The validation loss jumps up and down'),
  quantity: message('share of epochs after which the validation loss had jumped up'),
  condition: message(
    'Over five epochs or more, at least two of them and 15 % end with a validation loss more than 10 % above that of the epoch before.',
  ),
  source: 'AutoTrainer (Zhang et al., ICSE 2021), oscillation, on the loss in place of the accuracy',
  certainty: 'likely',
  meaning: message(
    'Steps are longer than the valley is wide: the weights jump from side to side, and what the last epoch leaves is a matter of luck.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const values = run.epochs.validation.objective.slice(1);
    if (values.length < fewest) return undefined;
    const jumps = values.flatMap((value, index) =>
      index > 0 && value > jump * (values[index - 1] ?? NaN) ? [index + 1] : [],
    );
    const value = jumps.length / (values.length - 1);
    return {
      value: percent(value),
      limit: percent(limit),
      side: 'above',
      place: atEpoch(run, jumps.at(-1) ?? -1),
      isBeyond: jumps.length >= 2 && value >= limit,
    };
  },
  remedies: (run) => remediesOf([otherRate(run, 1 / 3), fallingRate(run)], otherRate(run, 1 / 3)),
}; // prettier-ignore
