import { loss, message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { firstStep } from './readings.ts';
import type { Remedy, Rule } from './rule.ts';

export const noFirstGradient: Rule = {
  name: message('A layer starts without any gradient'),
  quantity: message('gradient norm of the layer at step 1'),
  condition: message('The gradient of a layer’s weights is exactly 0 at step 1.'),
  source: 'Goodfellow, Bengio & Courville 2016, Deep Learning, 8.4 (symmetry breaking)',
  check: (run) => {
    const layer = run.gradients.firstStep?.findIndex(({ norm }) => norm === 0) ?? -1;
    const name = run.setting?.layers[layer]?.name;
    if (name === undefined) return undefined;
    return {
      value: loss(0),
      limit: loss(0),
      side: 'near',
      place: { ...firstStep, layer: name },
      certainty: 'certain',
      meaning: message(
        'Weights whose gradient is exactly 0 do not move. Where all start at 0, the units of a layer are alike and stay alike: the model learns no more than how frequent each class is.',
      ),
      remedy: remedy(run),
    };
  },
};

function remedy({ identity }: Run): Remedy {
  if (identity.spec.model.style?.initializer !== 'zeros')
    return {
      text: message('Look for what has no slope: a loss that clips, or units that are all off.'),
      change: null,
    };
  return {
    text: message('Try He’s initialisation, which draws the weights by lot.'),
    change: { model: { style: { initializer: 'he-normal' } } },
  };
}
