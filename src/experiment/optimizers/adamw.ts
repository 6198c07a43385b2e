import { message } from '../../l10n.ts';
import { adam } from './adam.ts';
import type { Optimizer } from './optimizer.ts';

/**
 * Adam whose weight decay λ stays out of the moments: within them it would be divided by the gradient's
 * size, and decay least the weights that have the largest gradients.
 */
export const adamw: Optimizer = {
  label: message('AdamW'),
  formula: String.raw`w \leftarrow (1 - \eta\lambda)\, w - \eta\, \hat m / (\sqrt{\hat v} + \epsilon)`,
  use: message('Adam with a weight decay that acts on all weights alike; usual for deep models.'),
  source: 'Loshchilov & Hutter 2019, arXiv 1711.05101',
  defaultLearningRate: adam.defaultLearningRate,
  slots: adam.slots,
  normalises: true,
  decay: 'decoupled',
  defaultWeightDecay: 0.01,
};
