import * as tf from '@tensorflow/tfjs-core';
import { rulerNames, rulers } from '../experiment/losses/catalogue.ts';
import type { LabelLoss } from '../experiment/losses/loss.ts';
import { presets, type Values } from '../experiment/losses/parameter.ts';
import { Prediction } from '../experiment/losses/prediction.ts';

/** Sums over rows of logits, each row an image or a pixel. */
export interface LossSums {
  /** How many rows. */
  readonly count: number;
  /** Of those, how many have their largest logit at the label. */
  readonly correct: number;
  /** Per ruler, in their order, the sum over rows of the sum over classes. */
  readonly sums: readonly number[];
}

/**
 * The sums in double precision, by the losses' own closed forms.
 * @param logits [labels.length, classes] row by row
 */
export function measureRows(logits: Float32Array, labels: Uint8Array, classes: number): LossSums {
  const prediction = new Prediction(classes);
  const measured = rulerNames.map((name) => {
    const { parameters } = rulers[name];
    return { loss: rulers[name], parameters: presets(parameters) };
  });
  const sums = measured.map(() => 0);
  let correct = 0;
  labels.forEach((label, row) => {
    prediction.fill(logits, row * classes, label);
    if (prediction.predictedClass === label) correct += 1;
    measured.forEach(({ loss, parameters }, i) => {
      sums[i] = (sums[i] ?? NaN) + loss.value(prediction, parameters);
    });
  });
  return { count: labels.length, correct, sums };
}

/** The gradient of a loss at the logits [rows, classes], times `factor`, by tfjs's operations. */
export function composedLossGradient(
  loss: LabelLoss,
  parameters: Values,
  logits: tf.Tensor2D,
  labels: Uint8Array,
  factor: number,
): tf.Tensor2D {
  return tf.tidy(() => {
    const y = tf.tensor2d(oneHot(labels, logits.shape[1]), logits.shape);
    return tf.mul(loss.gradientOp(tf, logits, y, parameters), factor);
  });
}

/** [labels.length, classes] with a 1 in each row at its label. */
export function oneHot(labels: Uint8Array, classes: number): Float32Array {
  const rows = new Float32Array(labels.length * classes);
  labels.forEach((label, row) => (rows[row * classes + label] = 1));
  return rows;
}
