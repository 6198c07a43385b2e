import { message, percent } from '../../l10n.ts';
import type { LayerStatistics } from '../../run/event.ts';
import type { Run } from '../../run/run.ts';
import { atEpoch, largest } from './readings.ts';
import { otherRate, remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';
import { batchNorm, tanhUnits } from './style-remedies.ts';

const limit = 0.7;
const rise = 0.3;

export const deadRelu: Rule = {
  name: message('ReLU units have died'),
  quantity: message('share of a layer’s gradient that is exactly 0'),
  condition: message(
    'With ReLU: in the last epoch at least 70 % of the gradient of a layer after the first is exactly 0, and at least 30 points more than at step 1. In the first layer pixels that are always black do the same.',
  ),
  source: 'AutoTrainer (Zhang et al., ICSE 2021); SageMaker Debugger; Lu et al. 2019, arXiv 1903.06733',
  certainty: 'likely',
  meaning: message(
    'Units whose sum is negative for every image give 0 and get no gradient, so they never come back. A long step has mostly thrown them there; the layer works with those that are left.',
  ),
  success: 'accuracy',
  applies: (run) => run.identity.spec.model.style?.activation === 'relu',
  measure: (run) => {
    const most = largest(laterLayers(run), ({ now }) => now.zeroFraction);
    if (most === undefined) return undefined;
    const { zeroFraction } = most.now;
    return {
      value: percent(zeroFraction),
      limit: percent(limit),
      side: 'above',
      place: { ...atEpoch(run, -1), layer: most.name },
      isBeyond: zeroFraction >= limit && zeroFraction - most.start.zeroFraction >= rise,
    };
  },
  remedies: (run) => remediesOf([otherRate(run, 0.1), tanhUnits(run), batchNorm(run)], otherRate(run, 0.1)),
}; // prettier-ignore

interface LaterLayer {
  readonly name: string;
  readonly start: LayerStatistics;
  readonly now: LayerStatistics;
}

function laterLayers({ gradients, setting }: Run): LaterLayer[] {
  return gradients.layers.flatMap((of, layer) => {
    const [start, now] = [gradients.firstStep?.[layer], of.at(-1)];
    const name = setting?.layers[layer]?.name;
    if (layer === 0 || name === undefined) return [];
    return start === undefined || now === undefined ? [] : [{ name, start, now }];
  });
}
