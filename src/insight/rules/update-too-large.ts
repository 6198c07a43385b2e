import { message, percent } from '../../l10n.ts';
import { epochReadings, largest } from './readings.ts';
import { clipping, otherRate, remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';

const limit = 0.1;

export const updateTooLarge: Rule = {
  name: message('Each step replaces much of the weights'),
  quantity: message('length of a step ÷ length of the weights, mean of an epoch'),
  condition: message(
    'In an epoch a step changes the weights of a layer by more than 10 % of their length on average.',
  ),
  source: 'TheDeepChecker (Ben Braiek & Khomh 2023): log₁₀ above −1',
  certainty: 'likely',
  meaning: message(
    'After ten such steps the weights are other weights; what the batches before have taught is overwritten. About 0.1 % a step is usual.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const most = largest(epochReadings(run), ({ statistics }) => statistics.updateRatio);
    if (most === undefined) return undefined;
    const { updateRatio } = most.statistics;
    return {
      value: percent(updateRatio),
      limit: percent(limit),
      side: 'above',
      place: { ...most.place, of: 'update' },
      isBeyond: updateRatio > limit && run.identity.spec.model.style?.initializer !== 'zeros',
    };
  },
  remedies: (run) => remediesOf([otherRate(run, 0.1), clipping(run)], otherRate(run, 0.1)),
};
