import { message } from '../../l10n.ts';
import { diceGradient, diceGradientOp, diceOf } from './dice.ts';
import type { ImageLoss } from './loss.ts';

/**
 * Cross-entropy, the mean over the pixels, and Dice, the mean over the classes, with shares 1 − w and w:
 * the one pushes every pixel from the first step on, the other minds small regions.
 */
export const crossEntropyDice: ImageLoss<'share'> = {
  scope: 'image',
  label: message('Cross-entropy and Dice'),
  abbreviation: 'CE+Dice',
  activation: 'softmax',
  reductions: ['sum'],
  formula: String.raw`(1 - w)\,\frac{1}{N} \sum_i -\ln p_{i y_i} + w\,\frac{1}{K} \sum_k \Bigl(1 - \frac{2 \sum_i p_{ik} y_{ik} + 1}{\sum_i p_{ik} + \sum_i y_{ik} + 1}\Bigr)`,
  gradientFormula: String.raw`\tfrac{1 - w}{N}\,(p - y) + \tfrac{w}{K}\,\partial\,\text{Dice} / \partial z`,
  range: String.raw`[0,\,\infty)`,
  unit: message('nats and shares'),
  use: message('Segmentation by default: steady from the start, and fair to small regions.'),
  source: 'Isensee et al. 2021, Nature Methods 18 (nnU-Net)',
  parameters: {
    share: { label: message('share of Dice'), symbol: 'w', preset: 0.5, minimum: 0, maximum: 1 },
  },
  value: (x, { share }) => {
    const overlap = diceOf(x).reduce((sum, each) => sum + each, 0) / x.classes;
    return (1 - share) * x.crossEntropy + share * overlap;
  },
  gradient: (x, { share }) => {
    const weight = (1 - share) / x.pixels;
    return diceGradient(x, share / x.classes).map((g, at) => {
      const y = at % x.classes === x.labels[Math.floor(at / x.classes)] ? 1 : 0;
      return g + weight * ((x.probabilities[at] ?? NaN) - y);
    });
  },
  gradientOp: (x, { share }) => {
    const { ops, probabilities, labels } = x;
    const [, pixels = NaN, classes = NaN] = probabilities.shape;
    const ofCrossEntropy = ops.mul(ops.sub(probabilities, labels), (1 - share) / pixels);
    return ops.add(diceGradientOp(x, share / classes), ofCrossEntropy);
  },
};
