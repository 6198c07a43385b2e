import type * as tf from '@tensorflow/tfjs-core';
import { message } from '../../l10n.ts';
import type { ImageLoss } from './loss.ts';
import type { Region } from './region.ts';
import type { RegionOp } from './region-op.ts';

/** Added above and below, so that a class that an image lacks is no 0/0. */
export const smoothing = 1;

/**
 * Soft Dice loss: 1 − (2 Σpy + 1)/(Σp + Σy + 1) of each class over the pixels of an image. It measures
 * shares of regions, so a small region counts as much as a large one.
 *
 * With I = Σpy, P = Σp, D = P + Σy + 1: by I it falls by 2/D, by P it grows by (2I + 1)/D².
 */
export const dice: ImageLoss<never> = {
  scope: 'image',
  label: message('Dice'),
  abbreviation: 'Dice',
  activation: 'softmax',
  reductions: ['mean', 'sum'],
  formula: String.raw`\sum_k 1 - \frac{2 \sum_i p_{ik} y_{ik} + 1}{\sum_i p_{ik} + \sum_i y_{ik} + 1}`,
  gradientFormula: String.raw`p \odot \bigl(g - \textstyle\sum_k p_k g_k\bigr),\quad g = \partial L / \partial p`,
  range: String.raw`[0,\,K]`,
  unit: message('share not in common'),
  use: message('Segmentation of small regions: each class counts as much as any.'),
  source: 'Milletari et al. 2016, arXiv 1606.04797',
  parameters: {},
  value: (x) => diceOf(x).reduce((sum, each) => sum + each, 0),
  gradient: (x) => diceGradient(x),
  gradientOp: (x) => diceGradientOp(x),
};

/** Of each class. */
export function diceOf(x: Region): Float64Array {
  return x.map((k) => 1 - (2 * at(x.common, k) + smoothing) / sizes(x, k));
}

/** Of the sum over the classes, times `factor`. */
export function diceGradient(x: Region, factor = 1): Float64Array {
  return x.gradientOf(
    x.map((k) => (-2 * factor) / sizes(x, k)),
    x.map((k) => (factor * (2 * at(x.common, k) + smoothing)) / sizes(x, k) ** 2),
  );
}

/** The same of the images of a batch. */
export function diceGradientOp(x: RegionOp, factor = 1): tf.Tensor {
  const { ops } = x;
  const below = ops.add(ops.add(x.predicted, x.actual), smoothing);
  const above = ops.add(ops.mul(x.common, 2), smoothing);
  return x.gradientOf(
    ops.div(-2 * factor, below),
    ops.div(ops.mul(above, factor), ops.square(below)),
  );
}

function sizes(x: Region, k: number): number {
  return at(x.predicted, k) + at(x.actual, k) + smoothing;
}

const at = (sums: Float64Array, k: number): number => sums[k] ?? NaN;
