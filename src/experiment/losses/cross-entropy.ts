import { message } from '../../l10n.ts';
import type { Loss } from './loss.ts';

/**
 * Categorical cross-entropy H(y, p) = −Σ y ln p of the softmax p, for a one-hot y just −ln p_y.
 *
 * On logits: −ln p_y = logSumExp(z) − z_y, which needs no clipping. With ∂p_k/∂z_j = p_k(δ_kj − p_j)
 * the gradient is p − y: never damped, however wrong the prediction.
 */
export const crossEntropy: Loss = {
  label: message('Cross-entropy'),
  abbreviation: 'CE',
  activation: 'softmax',
  reductions: ['sum'],
  formula: String.raw`-\sum_k y_k \ln p_k,\quad p = \operatorname{softmax}(z)`,
  gradientFormula: String.raw`p - y`,
  unit: message('nats'),
  use: message('Classification into exclusive classes: the push is as strong as the error.'),
  source: 'Bishop 2006, Pattern Recognition and Machine Learning, 4.3.4',
  value: (x) => x.logSumExp - x.at(x.label),
  gradient: (x) => x.map((k) => x.p(k) - x.y(k)),
  gradientOp: (ops, logits, labels) => ops.sub(ops.softmax(logits), labels),
};
