import type * as tf from '@tensorflow/tfjs-core';
import { message } from '../../l10n.ts';
import type { Ops } from './loss.ts';
import type { Parameter } from './parameter.ts';
import type { Prediction } from './prediction.ts';

/** Szegedy et al. 2016: the label keeps 1 − ε of the target, and all K classes share ε. */
export function labelSmoothing(preset: number): Parameter {
  return { label: message('label smoothing'), symbol: 'ε', preset, minimum: 0, maximum: 0.9 };
}

/** The smoothed target of class k: (1 − ε) y_k + ε/K. */
export function smoothed(x: Prediction, k: number, epsilon: number): number {
  return (1 - epsilon) * x.y(k) + epsilon / x.classes;
}

/** The same of one-hot labels [batch, K]. */
export function smoothedOp(ops: Ops, labels: tf.Tensor2D, epsilon: number): tf.Tensor2D {
  if (epsilon === 0) return labels;
  return ops.add(ops.mul(labels, 1 - epsilon), epsilon / labels.shape[1]);
}
