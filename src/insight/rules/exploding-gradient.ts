import { loss, message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { largest, layerReadings } from './readings.ts';
import { clipping, otherRate, remediesOf, tooLargeScale } from './remedies.ts';
import type { Rule } from './rule.ts';
import { batchNorm } from './style-remedies.ts';

const limit = 50;

export const explodingGradient: Rule = {
  name: message('The gradient explodes'),
  quantity: message('largest gradient norm of a layer'),
  condition: message(
    'The gradient of a layer is longer than 50 in any step, or not finite. Under a sum over the batch the norm is divided by the batch size.',
  ),
  source: 'ARC Lens; Pascanu et al. 2013, arXiv 1211.5063',
  certainty: 'likely',
  meaning: message(
    'One such step carries the weights far from where the gradient was measured. What was learnt before can be lost in it.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const most = largest(layerReadings(run), ({ statistics }) => statistics.maxNorm);
    if (most === undefined) return undefined;
    const value = most.statistics.maxNorm / scaleOf(run);
    return {
      value: loss(value),
      limit: loss(limit),
      side: 'above',
      place: most.place,
      isBeyond: !(value <= limit),
    };
  },
  remedies: (run) =>
    remediesOf(
      [tooLargeScale(run), clipping(run), otherRate(run, 0.1), batchNorm(run)],
      otherRate(run, 0.1),
    ),
};

function scaleOf({ identity: { spec } }: Run): number {
  return spec.loss.batch === 'sum' ? spec.batchSize : 1;
}
