import { message, percent } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { moreImages } from './data-remedies.ts';
import { smoothedLabels } from './loss-remedies.ts';
import { atEpoch } from './readings.ts';
import { earlyStopping, otherRate, remediesOf, weightDecay } from './remedies.ts';
import type { Rule } from './rule.ts';
import { dropout } from './style-remedies.ts';

const limit = 0.1;
const rise = 0.05;
const pastBest = 1.02;

export const overconfidence: Rule = {
  name: message('Its probabilities promise too much'),
  quantity: message('expected calibration error'),
  condition: message(
    'The calibration error is above 10 % and at least 5 points above its own lowest, and the validation loss is at least 2 % above its lowest. A large error alone says little: runs that have not learnt long are too modest.',
  ),
  source: 'Guo et al. 2017, arXiv 1706.04599, made relative to the run’s own lowest',
  certainty: 'likely',
  meaning: message(
    'By so much the probability that it gives to its predictions differs from how often they are right. It goes on becoming surer without being right more often.',
  ),
  success: 'loss',
  measure: (run) => {
    const errors = run.evaluations.metrics['expected-calibration-error'].slice(1);
    const value = errors.at(-1);
    if (value === undefined) return undefined;
    const lowest = Math.min(...errors);
    return {
      value: percent(value),
      limit: percent(Math.max(limit, lowest + rise)),
      side: 'above',
      place: atEpoch(run, -1),
      isBeyond: value > limit && value - lowest >= rise && isPastBest(run),
    };
  },
  remedies: (run) =>
    remediesOf(
      [smoothedLabels(run), earlyStopping(run), dropout(run), moreImages(run), weightDecay(run)],
      otherRate(run, 1 / 3),
    ),
};

function isPastBest({ epochs }: Run): boolean {
  const { objective } = epochs.validation;
  const lowest = Math.min(...objective);
  return lowest > 0 && (objective.at(-1) ?? NaN) >= pastBest * lowest;
}
