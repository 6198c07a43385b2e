import { message } from '../../l10n.ts';
import type { LabelLoss } from './loss.ts';

/**
 * Huber's loss of the linear output's error e = z − y: ½e² up to δ, and δ(|e| − ½δ) beyond, where the
 * slope stays δ. One class far off pulls no harder than δ.
 */
export const huber: LabelLoss<'delta'> = {
  scope: 'label',
  label: message('Huber'),
  abbreviation: 'Huber',
  activation: 'linear',
  reductions: ['mean', 'sum'],
  formula: String.raw`\sum_k h(z_k - y_k),\quad h(e) = \begin{cases} \tfrac{1}{2} e^2 & \lvert e \rvert \le \delta \\ \delta\,(\lvert e \rvert - \tfrac{1}{2}\delta) & \text{else} \end{cases}`,
  gradientFormula: String.raw`\operatorname{clip}(z - y,\,-\delta,\,\delta)`,
  range: String.raw`[0,\,\infty)`,
  unit: message('squared output'),
  use: message('Regression with outliers: squared near the target, straight further out.'),
  source: 'Huber 1964, Annals of Mathematical Statistics 35',
  parameters: {
    delta: { label: message('largest slope'), symbol: 'δ', preset: 1, minimum: 0.01, maximum: 100 },
  },
  value: (x, { delta }) =>
    x.sum((k) => {
      const size = Math.abs(x.at(k) - x.y(k));
      return size <= delta ? size ** 2 / 2 : delta * (size - delta / 2);
    }),
  gradient: (x, { delta }) => x.map((k) => Math.max(-delta, Math.min(delta, x.at(k) - x.y(k)))),
  gradientOp: (ops, logits, labels, { delta }) =>
    ops.clipByValue(ops.sub(logits, labels), -delta, delta),
};
