import { message } from '../../l10n.ts';
import { labelSmoothing, smoothed, smoothedOp } from './label-smoothing.ts';
import type { LabelLoss } from './loss.ts';

/**
 * Categorical cross-entropy H(y, p) = −Σ y ln p of the softmax p, for a one-hot y just −ln p_y.
 *
 * On logits: −ln p_y = logSumExp(z) − z_y, which needs no clipping. With ∂p_k/∂z_j = p_k(δ_kj − p_j)
 * the gradient is p − y: never damped, however wrong the prediction. A smoothed y sums to 1 as well, so
 * nothing else changes.
 */
export const crossEntropy: LabelLoss<'labelSmoothing'> = {
  scope: 'label',
  label: message('Cross-entropy'),
  abbreviation: 'CE',
  activation: 'softmax',
  reductions: ['sum'],
  formula: String.raw`-\sum_k y_k \ln p_k,\quad p = \operatorname{softmax}(z)`,
  gradientFormula: String.raw`p - y`,
  range: String.raw`[0,\,\infty)`,
  unit: message('nats'),
  use: message('Classification into exclusive classes: the push is as strong as the error.'),
  source: 'Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4',
  parameters: { labelSmoothing: labelSmoothing(0) },
  value: (x, { labelSmoothing: epsilon }) =>
    epsilon === 0
      ? x.logSumExp - x.at(x.label)
      : -x.sum((k) => smoothed(x, k, epsilon) * x.logP(k)),
  gradient: (x, { labelSmoothing: epsilon }) => x.map((k) => x.p(k) - smoothed(x, k, epsilon)),
  gradientOp: (ops, logits, labels, { labelSmoothing: epsilon }) =>
    ops.sub(ops.softmax(logits), smoothedOp(ops, labels, epsilon)),
};
