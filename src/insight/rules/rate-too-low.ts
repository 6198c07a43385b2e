import { loss, message } from '../../l10n.ts';
import { atEpoch, epochReadings, largest, lastEpochs } from './readings.ts';
import { adam, otherRate, remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';

const limit = 1e-4;

export const rateTooLow: Rule = {
  name: message('The learning rate is too low'),
  quantity: message('length of a step ÷ length of the weights, the largest of all epochs and layers'),
  condition: message(
    'In no epoch and no layer does a step change the weights by 0.01 % of their length, and the training loss is still above half of what it was before the first step. Three epochs or more.',
  ),
  source: 'TheDeepChecker (Ben Braiek & Khomh 2023): log₁₀ below −4, asked of all layers at once',
  certainty: 'likely',
  meaning: message(
    'At this pace it takes ten thousand steps and more to make the weights other weights. The direction may be right; the run does not get far.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const most = largest(epochReadings(run), ({ statistics }) => statistics.updateRatio);
    const last = lastEpochs(run.epochs.train.objective, 3)?.at(-1) ?? NaN;
    const start = run.epochs.validation.objective[0] ?? NaN;
    const value = most?.statistics.updateRatio ?? NaN;
    if (!(value > 0)) return undefined;
    return {
      value: loss(value),
      limit: loss(limit),
      side: 'below',
      place: atEpoch(run, -1),
      isBeyond: value < limit && last > start / 2,
    };
  },
  remedies: (run) => remediesOf([otherRate(run, 10), adam(run)], otherRate(run, 10)),
}; // prettier-ignore
