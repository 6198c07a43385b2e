import { message } from '../../l10n.ts';
import type { LabelLoss } from './loss.ts';
import type { Prediction } from './prediction.ts';

/**
 * Multi-class hinge: the true class must lead its strongest rival by the margin m, or what is missing
 * is the loss, max(0, m + max_{j≠y} z_j − z_y). Examples that lead by more push no more at all.
 */
export const hinge: LabelLoss<'margin'> = {
  scope: 'label',
  label: message('Multi-class hinge'),
  abbreviation: 'hinge',
  activation: 'linear',
  reductions: ['sum'],
  formula: String.raw`\max\bigl(0,\; m + \max_{j \ne y} z_j - z_y\bigr)`,
  gradientFormula: String.raw`+1\ \text{at the rival},\ -1\ \text{at } y,\ \text{where the loss is positive}`,
  range: String.raw`[0,\,\infty)`,
  unit: message('output'),
  use: message('A margin instead of probabilities: only examples near the border push.'),
  source: 'Crammer & Singer 2001, JMLR 2',
  parameters: {
    margin: { label: message('margin'), symbol: 'm', preset: 1, minimum: 0.01, maximum: 100 },
  },
  value: (x, { margin }) => missing(x, margin),
  gradient: (x, { margin }) => {
    const isShort = missing(x, margin) > 0;
    const rival = rivalOf(x);
    return x.map((k) => (isShort ? (k === rival ? 1 : 0) - x.y(k) : 0));
  },
  gradientOp: (ops, logits, labels, { margin }) => {
    // The true class is put out of the running for the rival.
    const others = ops.sub(logits, ops.mul(labels, 1e9));
    const lead = ops.sub(ops.sum(ops.mul(logits, labels), 1, true), ops.max(others, 1, true));
    const isShort = ops.cast(ops.less(lead, margin), 'float32');
    const rival = ops.cast(ops.oneHot(ops.argMax(others, 1), logits.shape[1]), 'float32');
    return ops.mul(ops.sub(rival, labels), isShort);
  },
};

function missing(x: Prediction, margin: number): number {
  return Math.max(0, margin + x.at(rivalOf(x)) - x.at(x.label));
}

/** The first of the largest of the other classes; one that is NaN, if there is any. */
function rivalOf(x: Prediction): number {
  let best = x.label === 0 ? 1 : 0;
  for (let k = 0; k < x.classes; k++) {
    if (k !== x.label && (x.at(k) > x.at(best) || Number.isNaN(x.at(k)))) best = k;
  }
  return best;
}
