import { message, ratio } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { shorterSteps } from './remedies.ts';
import type { Rule } from './rule.ts';

const limit = 3;

export const rateTooHigh: Rule = {
  name: message('The learning rate is too high'),
  quantity: message('largest batch loss of the first epoch ÷ loss before the first step'),
  condition: message(
    'In the first epoch the loss of a batch reaches three times what the validation loss was before the first step.',
  ),
  source: 'TheDeepChecker (Ben Braiek & Khomh 2023), diverging loss, made relative to the run’s start',
  certainty: 'likely',
  meaning: message(
    'A step along the gradient makes the loss smaller only if it is short enough. These steps overshoot, and leave the model worse than at random.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const start = run.epochs.validation.objective[0] ?? NaN;
    const step = stepOfPeak(run);
    const value = (run.batches.loss[step] ?? NaN) / start;
    if (!(start > 0) || Number.isNaN(value)) return undefined;
    return {
      value: ratio(value),
      limit: ratio(limit),
      side: 'above',
      place: { step: run.batches.step[step] ?? 1, epoch: 1 },
      isBeyond: value >= limit,
    };
  },
  remedies: shorterSteps,
}; // prettier-ignore

/** The index of the largest finite loss of the first epoch. */
function stepOfPeak({ batches, setting }: Run): number {
  const losses = batches.loss.slice(0, setting?.stepsPerEpoch ?? 0);
  return losses.reduce((most, value, index) => {
    return Number.isFinite(value) && value > (losses[most] ?? -Infinity) ? index : most;
  }, 0);
}
