import { message } from '../../l10n.ts';
import type { LabelLoss } from './loss.ts';

/**
 * Squared error of the softmax p (the multi-class Brier score): Σ (p_k − y_k)².
 *
 * By ∂p_k/∂z_j = p_k(δ_kj − p_j) the gradient is 2 J(p)(p − y) with J = diag p − p pᵀ. Where p is
 * sure, J vanishes, and with it the push on a wrong prediction.
 */
export const meanSquaredError: LabelLoss<never> = {
  scope: 'label',
  label: message('MSE on softmax'),
  abbreviation: 'MSE',
  activation: 'softmax',
  reductions: ['mean', 'sum', 'half-sum'],
  formula: String.raw`\sum_k (p_k - y_k)^2,\quad p = \operatorname{softmax}(z)`,
  gradientFormula: String.raw`2\,(\operatorname{diag} p - p\,p^{\top})(p - y)`,
  range: String.raw`[0,\,2]`,
  unit: message('squared probability'),
  use: message('Calibrated probabilities; hardly pushes examples that are surely wrong.'),
  source: 'Brier 1950; Golik et al. 2013',
  parameters: {},
  value: (x) => x.sum((k) => (x.p(k) - x.y(k)) ** 2),
  gradient: (x) => {
    const mean = x.sum((k) => x.p(k) * (x.p(k) - x.y(k)));
    return x.map((k) => 2 * x.p(k) * (x.p(k) - x.y(k) - mean));
  },
  gradientOp: (ops, logits, labels) => {
    const p = ops.softmax(logits);
    const error = ops.sub(p, labels);
    const mean = ops.sum(ops.mul(p, error), 1, true);
    return ops.mul(ops.mul(p, 2), ops.sub(error, mean));
  },
};
