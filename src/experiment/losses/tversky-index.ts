import type * as tf from '@tensorflow/tfjs-core';
import { message } from '../../l10n.ts';
import { smoothing } from './dice.ts';
import type { Parameter } from './parameter.ts';
import type { Region } from './region.ts';
import type { RegionOp } from './region-op.ts';

/** What the errors of a region weigh. */
export interface TverskyWeights {
  /** Of pixels that are taken for the class and are not of it. */
  readonly alpha: number;
  /** Of pixels of the class that are missed. */
  readonly beta: number;
}

export const tverskyParameters: Readonly<Record<keyof TverskyWeights, Parameter>> = {
  alpha: { label: message('weight of false positives'), symbol: 'α', preset: 0.3, minimum: 0, maximum: 1 }, // prettier-ignore
  beta: { label: message('weight of misses'), symbol: 'β', preset: 0.7, minimum: 0, maximum: 1 },
};

export interface TverskyIndex {
  readonly value: number;
  /** Its derivatives by Σpy and by Σp. */
  readonly byCommon: number;
  readonly byPredicted: number;
}

/**
 * Tversky's index of a class, T = (I + 1)/(I + α(P − I) + β(Y − I) + 1) with I = Σpy, P = Σp, Y = Σy:
 * 1 where prediction and truth are the same. With D its denominator, ∂T/∂I = (D − (I + 1)(1 − α − β))/D²
 * and ∂T/∂P = −α (I + 1)/D². For α = β = ½ it is Dice, but for what is added.
 */
export function tverskyIndex(x: Region, k: number, { alpha, beta }: TverskyWeights): TverskyIndex {
  const [common = NaN, predicted = NaN, actual = NaN] = [x.common[k], x.predicted[k], x.actual[k]];
  const above = common + smoothing;
  const below = above + alpha * (predicted - common) + beta * (actual - common);
  return {
    value: above / below,
    byCommon: (below - above * (1 - alpha - beta)) / below ** 2,
    byPredicted: (-alpha * above) / below ** 2,
  };
}

/** Of the images of a batch, [images, 1, K] each. */
export interface TverskyIndexOp {
  /** 1 − T, of which no difference of numbers near 1 is taken. */
  readonly missing: tf.Tensor;
  readonly byCommon: tf.Tensor;
  readonly byPredicted: tf.Tensor;
}

export function tverskyIndexOp(x: RegionOp, { alpha, beta }: TverskyWeights): TverskyIndexOp {
  const { ops, common } = x;
  const above = ops.add(common, smoothing);
  const falsePositives = ops.mul(ops.sub(x.predicted, common), alpha);
  const errors = ops.add(falsePositives, ops.mul(ops.sub(x.actual, common), beta));
  const below = ops.add(above, errors);
  const square = ops.square(below);
  return {
    missing: ops.div(errors, below),
    byCommon: ops.div(ops.sub(below, ops.mul(above, 1 - alpha - beta)), square),
    byPredicted: ops.div(ops.mul(above, -alpha), square),
  };
}
