import { message } from '../../l10n.ts';
import type { LabelLoss } from './loss.ts';

/**
 * Squared error of the linear output, rescaled: k (z_y − M)² for the true class and z_j² for the others.
 *
 * Of many classes all but one have the target 0, and the true one is drowned out; k weights it more, and
 * a target of M instead of 1 sets it further apart. With k = M = 1 it is the plain squared error.
 */
export const meanSquaredErrorRescaled: LabelLoss<'k' | 'target'> = {
  scope: 'label',
  label: message('Rescaled MSE on linear output'),
  abbreviation: 'MSE-kM',
  activation: 'linear',
  reductions: ['mean', 'sum'],
  formula: String.raw`k\,(z_y - M)^2 + \sum_{j \ne y} z_j^2`,
  gradientFormula: String.raw`2k\,(z_y - M)\ \text{at } y,\quad 2\,z_j\ \text{else}`,
  range: String.raw`[0,\,\infty)`,
  unit: message('squared output'),
  use: message('Squared error for many classes, where the plain one learns badly.'),
  source: 'Hui & Belkin 2020, arXiv 2006.07322',
  parameters: {
    k: { label: message('weight of the true class'), symbol: 'k', preset: 3, minimum: 1, maximum: 1000 }, // prettier-ignore
    target: { label: message('target of the true class'), symbol: 'M', preset: 2, minimum: 0.1, maximum: 1000 }, // prettier-ignore
  },
  value: (x, { k: weight, target }) =>
    x.sum((k) => (k === x.label ? weight * (x.at(k) - target) ** 2 : x.at(k) ** 2)),
  gradient: (x, { k: weight, target }) =>
    x.map((k) => 2 * (k === x.label ? weight * (x.at(k) - target) : x.at(k))),
  gradientOp: (ops, logits, labels, { k: weight, target }) => {
    const weights = ops.add(ops.mul(labels, weight - 1), 1);
    return ops.mul(ops.mul(weights, 2), ops.sub(logits, ops.mul(labels, target)));
  },
};
