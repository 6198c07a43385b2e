import { message } from '../../l10n.ts';
import type { LabelLoss } from './loss.ts';

/**
 * Absolute error of the softmax p: Σ |p_k − y_k| = 2(1 − p_y), since p sums to 1.
 *
 * Its gradient is 2 p_y (p − y): an example is pushed only as far as it is already right, which
 * resists wrong labels and makes learning slow.
 */
export const meanAbsoluteError: LabelLoss<never> = {
  scope: 'label',
  label: message('Mean absolute error'),
  abbreviation: 'MAE',
  activation: 'softmax',
  reductions: ['mean', 'sum'],
  formula: String.raw`\sum_k \lvert p_k - y_k \rvert,\quad p = \operatorname{softmax}(z)`,
  gradientFormula: String.raw`2\,p_y\,(p - y)`,
  range: String.raw`[0,\,2]`,
  unit: message('probability'),
  use: message('Noisy labels: wrong ones hardly push. Slow, and may never start.'),
  source: 'Ghosh et al. 2017, arXiv 1712.09482',
  parameters: {},
  value: (x) => x.sum((k) => Math.abs(x.p(k) - x.y(k))),
  gradient: (x) => x.map((k) => 2 * x.p(x.label) * (x.p(k) - x.y(k))),
  gradientOp: (ops, logits, labels) => {
    const p = ops.softmax(logits);
    const labelProbability = ops.sum(ops.mul(p, labels), 1, true);
    return ops.mul(ops.mul(labelProbability, 2), ops.sub(p, labels));
  },
};
