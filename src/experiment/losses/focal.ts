import { message } from '../../l10n.ts';
import type { LabelLoss } from './loss.ts';

/**
 * Focal loss −(1 − p)^γ ln p of p = p_y: cross-entropy in which examples that are nearly right count less.
 *
 * By dL/dp = γ(1 − p)^(γ−1) ln p − (1 − p)^γ/p and ∂p/∂z_j = p(y_j − p_j) the gradient is that of
 * cross-entropy, p − y, times (1 − p)^γ − γ p (1 − p)^(γ−1) ln p.
 */
export const focal: LabelLoss<'gamma'> = {
  scope: 'label',
  label: message('Focal loss'),
  abbreviation: 'focal',
  activation: 'softmax',
  reductions: ['sum'],
  formula: String.raw`-(1 - p_y)^{\gamma} \ln p_y,\quad p = \operatorname{softmax}(z)`,
  gradientFormula: String.raw`\bigl[(1 - p_y)^{\gamma} - \gamma\,p_y (1 - p_y)^{\gamma - 1} \ln p_y\bigr]\,(p - y)`,
  range: String.raw`[0,\,\infty)`,
  unit: message('nats'),
  use: message('Many easy examples: lets the hard ones count. Less sure of itself.'),
  source: 'Lin et al. 2017, arXiv 1708.02002',
  parameters: {
    gamma: { label: message('focus'), symbol: 'γ', preset: 2, minimum: 0, maximum: 10 },
  },
  value: (x, { gamma }) => -(x.rest ** gamma) * x.logP(x.label),
  gradient: (x, { gamma }) => {
    const { rest } = x;
    const p = x.p(x.label);
    // Where nothing is left of 1 − p, p − y is 0 too.
    const push = rest === 0 ? 0 : rest ** gamma - gamma * p * rest ** (gamma - 1) * x.logP(x.label);
    return x.map((k) => push * (x.p(k) - x.y(k)));
  },
  gradientOp: (ops, logits, labels, { gamma }) => {
    const p = ops.softmax(logits);
    const own = ops.sum(ops.mul(p, labels), 1, true);
    const ownLogit = ops.sum(ops.mul(logits, labels), 1, true);
    const logP = ops.sub(ownLogit, ops.logSumExp(logits, 1, true));
    // float32 has no smaller 1 − p, which a power below 0 must not meet as 0.
    const rest = ops.maximum(ops.sub(1, own), 6e-8);
    const bend = ops.mul(ops.mul(own, gamma), ops.mul(ops.pow(rest, gamma - 1), logP));
    return ops.mul(ops.sub(ops.pow(rest, gamma), bend), ops.sub(p, labels));
  },
};
