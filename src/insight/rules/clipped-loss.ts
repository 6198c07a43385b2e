import { loss, message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { atEpoch } from './readings.ts';
import { soundCrossEntropy } from './loss-remedies.ts';
import type { Rule } from './rule.ts';

/** −ln 1e-7: what an image costs whose label's probability is clipped there, as Keras does. */
const ceiling = -Math.log(1e-7);
const share = 0.01;

export const clippedLoss: Rule = {
  name: message('Each wrong image costs 16.118: a clipped probability'),
  quantity: message('validation loss ÷ share of wrong images'),
  condition: message(
    'In the last two epochs the validation loss, divided by the share of wrong images, is within 1 % of −ln 1e−7 = 16.118.',
  ),
  source: 'Keras, backend.epsilon() = 1e−7',
  certainty: 'likely',
  meaning: message(
    'The loss clips probabilities at 1e−7, and where it clips it is flat: the images that are most wrong pull no more.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const last = [-2, -1].map((index) => costOfWrong(run, index));
    const [, value = NaN] = last;
    if (Number.isNaN(value)) return undefined;
    return {
      value: loss(value),
      limit: loss(ceiling),
      side: 'near',
      place: atEpoch(run, -1),
      isBeyond: last.every((cost) => Math.abs(cost - ceiling) <= share * ceiling),
    };
  },
  remedies: (run) => [soundCrossEntropy(run)],
};

/** Epoch 0 counts: with all images right there is nothing to divide by, which gives NaN or ∞. */
function costOfWrong({ epochs: { validation } }: Run, index: number): number {
  return (validation.objective.at(index) ?? NaN) / (1 - (validation.accuracy.at(index) ?? NaN));
}
