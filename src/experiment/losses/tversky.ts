import { message } from '../../l10n.ts';
import type { ImageLoss } from './loss.ts';
import { tverskyIndex, tverskyIndexOp, tverskyParameters } from './tversky-index.ts';

/** 1 − Tversky's index of each class: Dice with a weight for each of the two kinds of error. */
export const tversky: ImageLoss<'alpha' | 'beta'> = {
  scope: 'image',
  label: message('Tversky'),
  abbreviation: 'Tversky',
  activation: 'softmax',
  reductions: ['mean', 'sum'],
  formula: String.raw`\sum_k 1 - \frac{I_k + 1}{I_k + \alpha (P_k - I_k) + \beta (Y_k - I_k) + 1},\quad I = \sum_i p_i y_i,\ P = \sum_i p_i,\ Y = \sum_i y_i`,
  gradientFormula: String.raw`p \odot \bigl(g - \textstyle\sum_k p_k g_k\bigr),\quad g = \partial L / \partial p`,
  range: String.raw`[0,\,K]`,
  unit: message('share not in common'),
  use: message('Segmentation where a miss costs more than a false alarm, or less.'),
  source: 'Salehi et al. 2017, arXiv 1706.05721',
  parameters: tverskyParameters,
  value: (x, weights) =>
    x.map((k) => 1 - tverskyIndex(x, k, weights).value).reduce((sum, each) => sum + each, 0),
  gradient: (x, weights) =>
    x.gradientOf(
      x.map((k) => -tverskyIndex(x, k, weights).byCommon),
      x.map((k) => -tverskyIndex(x, k, weights).byPredicted),
    ),
  gradientOp: (x, weights) => {
    const { byCommon, byPredicted } = tverskyIndexOp(x, weights);
    return x.gradientOf(x.ops.neg(byCommon), x.ops.neg(byPredicted));
  },
};
