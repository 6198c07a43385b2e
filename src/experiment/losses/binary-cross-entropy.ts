import { message } from '../../l10n.ts';
import { labelSmoothing, smoothed, smoothedOp } from './label-smoothing.ts';
import type { LabelLoss } from './loss.ts';
import { sigmoid, softplus } from './sigmoid.ts';

/**
 * Binary cross-entropy of K independent sigmoids p = σ(z): −Σ y ln p + (1 − y) ln(1 − p).
 *
 * On logits: −ln σ(z) = softplus(z) − z and −ln(1 − σ(z)) = softplus(z), so each term is
 * softplus(z) − y z, and σ' = σ(1 − σ) cancels: the gradient is p − y.
 */
export const binaryCrossEntropy: LabelLoss<'labelSmoothing'> = {
  scope: 'label',
  label: message('Binary cross-entropy'),
  abbreviation: 'BCE',
  activation: 'sigmoid',
  reductions: ['mean', 'sum'],
  formula: String.raw`-\sum_k \bigl[y_k \ln p_k + (1-y_k) \ln(1-p_k)\bigr],\quad p = \sigma(z)`,
  gradientFormula: String.raw`\sigma(z) - y`,
  range: String.raw`[0,\,\infty)`,
  unit: message('nats'),
  use: message('Several labels at once, or one class against the rest.'),
  source: 'Bishop 2006, Pattern Recognition and Machine Learning, 4.3.2',
  parameters: { labelSmoothing: labelSmoothing(0) },
  value: (x, { labelSmoothing: epsilon }) =>
    x.sum((k) => softplus(x.at(k)) - smoothed(x, k, epsilon) * x.at(k)),
  gradient: (x, { labelSmoothing: epsilon }) =>
    x.map((k) => sigmoid(x.at(k)) - smoothed(x, k, epsilon)),
  gradientOp: (ops, logits, labels, { labelSmoothing: epsilon }) =>
    ops.sub(ops.sigmoid(logits), smoothedOp(ops, labels, epsilon)),
};
