import { message } from '../../l10n.ts';
import type { LabelLoss } from './loss.ts';

/**
 * Squared error of the linear output: Σ (z_k − y_k)², with gradient 2(z − y). Regression to the
 * one-hot label: the push is never damped, but a correct example that overshoots 1 is pushed back.
 */
export const meanSquaredErrorLinear: LabelLoss<never> = {
  scope: 'label',
  label: message('MSE on linear output'),
  abbreviation: 'MSE-lin',
  activation: 'linear',
  reductions: ['mean', 'sum', 'half-sum'],
  formula: String.raw`\sum_k (z_k - y_k)^2`,
  gradientFormula: String.raw`2\,(z - y)`,
  range: String.raw`[0,\,\infty)`,
  unit: message('squared output'),
  use: message('Regression; tuned well, it also classifies as well as cross-entropy.'),
  source: 'Hui & Belkin 2020, arXiv 2006.07322',
  parameters: {},
  value: (x) => x.sum((k) => (x.at(k) - x.y(k)) ** 2),
  gradient: (x) => x.map((k) => 2 * (x.at(k) - x.y(k))),
  gradientOp: (ops, logits, labels) => ops.mul(ops.sub(logits, labels), 2),
};
