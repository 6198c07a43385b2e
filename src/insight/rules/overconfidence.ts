import { message, percent } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { atEpoch } from './readings.ts';
import type { Remedy, Rule } from './rule.ts';

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
  check: (run) => {
    const errors = run.evaluations.metrics['expected-calibration-error'].slice(1);
    const value = errors.at(-1) ?? NaN;
    const lowest = Math.min(...errors);
    if (!(value > limit) || !(value - lowest >= rise) || !isPastBest(run)) return undefined;
    return {
      value: percent(value),
      limit: percent(Math.max(limit, lowest + rise)),
      side: 'above',
      place: atEpoch(run, -1),
      certainty: 'likely',
      meaning: message(
        'By so much the probability that it gives to its predictions differs from how often they are right. It goes on becoming surer without being right more often.',
      ),
      remedy: remedy(run),
    };
  },
};

function isPastBest({ epochs }: Run): boolean {
  const { objective } = epochs.validation;
  const lowest = Math.min(...objective);
  return lowest > 0 && (objective.at(-1) ?? NaN) >= pastBest * lowest;
}

function remedy({ identity }: Run): Remedy {
  const { loss } = identity.spec;
  if (loss.name !== 'cross-entropy' || loss.parameters['labelSmoothing'] !== 0)
    return {
      text: message('Try early stopping with a patience of five epochs.'),
      change: { earlyStopping: { patience: 5 } },
    };
  return {
    text: message('Try label smoothing of 0.1.'),
    change: { loss: { parameters: { labelSmoothing: 0.1 } } },
  };
}
