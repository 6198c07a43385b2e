import { message } from '../../l10n.ts';
import type { LabelLoss } from './loss.ts';
import { sigmoid } from './sigmoid.ts';

/**
 * Squared error of K independent sigmoids p = σ(z): Σ (p_k − y_k)².
 *
 * With σ' = σ(1 − σ) the gradient is 2 (p − y) p (1 − p): the textbook case of learning that slows down
 * where a unit is surely wrong, since p(1 − p) vanishes there.
 */
export const meanSquaredErrorSigmoid: LabelLoss<never> = {
  scope: 'label',
  label: message('MSE on sigmoid'),
  abbreviation: 'MSE-σ',
  activation: 'sigmoid',
  reductions: ['mean', 'sum', 'half-sum'],
  formula: String.raw`\sum_k (p_k - y_k)^2,\quad p = \sigma(z)`,
  gradientFormula: String.raw`2\,(p - y)\,p\,(1 - p)`,
  range: String.raw`[0,\,K]`,
  unit: message('squared probability'),
  use: message('To see saturation: a surely wrong unit hardly learns.'),
  source: 'Nielsen 2015, Neural Networks and Deep Learning, chapter 3',
  parameters: {},
  value: (x) => x.sum((k) => (sigmoid(x.at(k)) - x.y(k)) ** 2),
  gradient: (x) =>
    x.map((k) => {
      const p = sigmoid(x.at(k));
      return 2 * (p - x.y(k)) * p * sigmoid(-x.at(k));
    }),
  gradientOp: (ops, logits, labels) => {
    const p = ops.sigmoid(logits);
    const slope = ops.mul(p, ops.sigmoid(ops.neg(logits)));
    return ops.mul(ops.mul(ops.sub(p, labels), 2), slope);
  },
};
