import { message } from '../../l10n.ts';
import type { Loss } from './loss.ts';

/** ln(1 + e^z) without overflow. */
const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** 1 / (1 + e^−z); exact at both ends. */
const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/**
 * Binary cross-entropy of K independent sigmoids p = σ(z): −Σ y ln p + (1 − y) ln(1 − p).
 *
 * On logits: −ln σ(z) = softplus(z) − z and −ln(1 − σ(z)) = softplus(z), so each term is
 * softplus(z) − y z, and σ' = σ(1 − σ) cancels: the gradient is p − y.
 */
export const binaryCrossEntropy: Loss = {
  label: message('Binary cross-entropy'),
  abbreviation: 'BCE',
  activation: 'sigmoid',
  reductions: ['mean', 'sum'],
  formula: String.raw`-\sum_k \bigl[y_k \ln p_k + (1-y_k) \ln(1-p_k)\bigr],\quad p = \sigma(z)`,
  gradientFormula: String.raw`\sigma(z) - y`,
  unit: message('nats'),
  use: message('Several labels at once, or one class against the rest.'),
  source: 'Bishop 2006, Pattern Recognition and Machine Learning, 4.3.2',
  value: (x) => x.sum((k) => softplus(x.at(k)) - x.y(k) * x.at(k)),
  gradient: (x) => x.map((k) => sigmoid(x.at(k)) - x.y(k)),
  gradientOp: (ops, logits, labels) => ops.sub(ops.sigmoid(logits), labels),
};
