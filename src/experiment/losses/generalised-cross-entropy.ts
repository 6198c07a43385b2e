import { message } from '../../l10n.ts';
import type { LabelLoss } from './loss.ts';

/**
 * Generalised cross-entropy (1 − p_y^q)/q: cross-entropy for q → 0, half the absolute error for q = 1.
 *
 * Its gradient is p_y^q (p − y): the less an example is believed already, the less it pushes, which
 * keeps wrong labels from being learnt; q says how much.
 */
export const generalisedCrossEntropy: LabelLoss<'q'> = {
  scope: 'label',
  label: message('Generalised cross-entropy'),
  abbreviation: 'GCE',
  activation: 'softmax',
  reductions: ['sum'],
  formula: String.raw`\frac{1 - p_y^{\,q}}{q},\quad p = \operatorname{softmax}(z)`,
  gradientFormula: String.raw`p_y^{\,q}\,(p - y)`,
  range: String.raw`[0,\,1/q]`,
  unit: message('nats, bounded'),
  use: message('Noisy labels, and still quick: between cross-entropy and absolute error.'),
  source: 'Zhang & Sabuncu 2018, arXiv 1805.07836',
  parameters: {
    q: { label: message('robustness'), symbol: 'q', preset: 0.7, minimum: 0.01, maximum: 1 },
  },
  value: (x, { q }) => -Math.expm1(q * x.logP(x.label)) / q,
  gradient: (x, { q }) => {
    const push = Math.exp(q * x.logP(x.label));
    return x.map((k) => push * (x.p(k) - x.y(k)));
  },
  gradientOp: (ops, logits, labels, { q }) => {
    const p = ops.softmax(logits);
    const push = ops.pow(ops.sum(ops.mul(p, labels), 1, true), q);
    return ops.mul(push, ops.sub(p, labels));
  },
};
