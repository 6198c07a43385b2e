import { message } from '../../l10n.ts';
import { labelSmoothing, smoothed, smoothedOp } from './label-smoothing.ts';
import type { LabelLoss } from './loss.ts';

/**
 * Kullback–Leibler divergence D(y ‖ p) = Σ y ln(y/p) = H(y, p) − H(y): cross-entropy less the entropy of
 * the target, which the weights cannot change. So its gradient is that of cross-entropy, p − y, and its
 * least value is 0 whatever the target; for a one-hot target the two are the same.
 */
export const klDivergence: LabelLoss<'labelSmoothing'> = {
  scope: 'label',
  label: message('KL divergence'),
  abbreviation: 'KL',
  activation: 'softmax',
  reductions: ['sum'],
  formula: String.raw`\sum_k y_k \ln \frac{y_k}{p_k},\quad p = \operatorname{softmax}(z)`,
  gradientFormula: String.raw`p - y`,
  range: String.raw`[0,\,\infty)`,
  unit: message('nats'),
  use: message('Soft targets: 0 when they are met. Pushes just like cross-entropy.'),
  source: 'Kullback & Leibler 1951, Annals of Mathematical Statistics 22',
  parameters: { labelSmoothing: labelSmoothing(0.1) },
  value: (x, { labelSmoothing: epsilon }) =>
    x.sum((k) => {
      const y = smoothed(x, k, epsilon);
      // lim y ln y = 0, but what the prediction says of it must stay a number.
      return y === 0 ? 0 * x.logP(k) : y * (Math.log(y) - x.logP(k));
    }),
  gradient: (x, { labelSmoothing: epsilon }) => x.map((k) => x.p(k) - smoothed(x, k, epsilon)),
  gradientOp: (ops, logits, labels, { labelSmoothing: epsilon }) =>
    ops.sub(ops.softmax(logits), smoothedOp(ops, labels, epsilon)),
};
