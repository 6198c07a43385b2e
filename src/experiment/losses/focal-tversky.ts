import { message } from '../../l10n.ts';
import type { ImageLoss } from './loss.ts';
import type { Region } from './region.ts';
import {
  tverskyIndex,
  tverskyIndexOp,
  tverskyParameters,
  type TverskyWeights,
} from './tversky-index.ts';

/** Of 1 − T at least, where it is raised to a power below 0. */
const least = 1e-7;

/**
 * (1 − T)^(1/γ) of Tversky's index T of each class. For γ > 1 the slope grows as a class gets better, so
 * that the last of a small region is still learnt.
 */
export const focalTversky: ImageLoss<'alpha' | 'beta' | 'gamma'> = {
  scope: 'image',
  label: message('Focal Tversky'),
  abbreviation: 'FTL',
  activation: 'softmax',
  reductions: ['mean', 'sum'],
  formula: String.raw`\sum_k (1 - T_k)^{1/\gamma},\quad T_k = \frac{I_k + 1}{I_k + \alpha (P_k - I_k) + \beta (Y_k - I_k) + 1}`,
  gradientFormula: String.raw`p \odot \bigl(g - \textstyle\sum_k p_k g_k\bigr),\quad g = \partial L / \partial p`,
  range: String.raw`[0,\,K]`,
  unit: message('share not in common, to a power'),
  use: message('Segmentation of small regions that Dice leaves unfinished.'),
  source: 'Abraham & Khan 2018, arXiv 1810.07842',
  parameters: {
    ...tverskyParameters,
    gamma: { label: message('focus'), symbol: 'γ', preset: 4 / 3, minimum: 0.5, maximum: 3 },
  },
  value: (x, { gamma, ...weights }) =>
    x
      .map((k) => Math.max(0, 1 - tverskyIndex(x, k, weights).value) ** (1 / gamma))
      .reduce((sum, each) => sum + each, 0),
  gradient: (x, { gamma, ...weights }) => {
    const slopes = x.map((k) => slope(x, k, weights, 1 / gamma));
    return x.gradientOf(
      x.map((k) => (slopes[k] ?? NaN) * tverskyIndex(x, k, weights).byCommon),
      x.map((k) => (slopes[k] ?? NaN) * tverskyIndex(x, k, weights).byPredicted),
    );
  },
  gradientOp: (x, { gamma, ...weights }) => {
    const { ops } = x;
    const { missing, byCommon, byPredicted } = tverskyIndexOp(x, weights);
    const slopes = ops.mul(ops.pow(ops.maximum(missing, least), 1 / gamma - 1), -1 / gamma);
    return x.gradientOf(ops.mul(slopes, byCommon), ops.mul(slopes, byPredicted));
  },
};

/** d(1 − T)^a/dT */
function slope(x: Region, k: number, weights: TverskyWeights, power: number): number {
  const missing = Math.max(least, 1 - tverskyIndex(x, k, weights).value);
  return -power * missing ** (power - 1);
}
