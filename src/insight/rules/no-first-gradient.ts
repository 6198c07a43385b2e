import { loss, message } from '../../l10n.ts';
import { firstStep } from './readings.ts';
import { remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';
import { drawnWeights } from './style-remedies.ts';

export const noFirstGradient: Rule = {
  name: message('A layer starts without any gradient'),
  quantity: message('gradient norm of the layer at step 1'),
  condition: message('The gradient of a layer’s weights is exactly 0 at step 1.'),
  source: 'Goodfellow, Bengio & Courville 2016, Deep Learning, 8.4 (symmetry breaking)',
  certainty: 'certain',
  meaning: message(
    'Weights whose gradient is exactly 0 do not move. Where all start at 0, the units of a layer are alike and stay alike: the model learns no more than how frequent each class is.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const norms = run.gradients.firstStep?.map(({ norm }) => norm) ?? [];
    const value = Math.min(...norms);
    const layer = run.setting?.layers[norms.indexOf(value)]?.name;
    if (layer === undefined) return undefined;
    return {
      value: loss(value),
      limit: loss(0),
      side: 'near',
      place: { ...firstStep, layer },
      isBeyond: value === 0,
    };
  },
  remedies: (run) =>
    remediesOf([drawnWeights(run)], {
      text: message('Look for what has no slope: a loss that clips, or units that are all off.'),
      change: null,
    }),
};
