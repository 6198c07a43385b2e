import * as tf from '@tensorflow/tfjs-core';
import { rulerNames, rulers, type RulerName } from '../experiment/losses/catalogue.ts';
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
  /** Of the one ruler that was asked for, the sum over classes of each row. */
  readonly each?: Float64Array;
}

/**
 * The sums in double precision, by the losses' own closed forms.
 * @param logits [labels.length, classes] row by row
 * @param kept the ruler that is also told of each row
 */
export function measureRows(
  logits: Float32Array,
  labels: Uint8Array,
  classes: number,
  kept?: RulerName,
): LossSums {
  const prediction = new Prediction(classes);
  const measured = rulerNames.map((name) => {
    const { parameters } = rulers[name];
    return { loss: rulers[name], parameters: presets(parameters) };
  });
  const sums = measured.map(() => 0);
  const each = new Float64Array(kept ? labels.length : 0);
  const index = kept ? rulerNames.indexOf(kept) : -1;
  let correct = 0;
  labels.forEach((label, row) => {
    prediction.fill(logits, row * classes, label);
    if (prediction.predictedClass === label) correct += 1;
    measured.forEach(({ loss, parameters }, i) => {
      const value = loss.value(prediction, parameters);
      sums[i] = (sums[i] ?? NaN) + value;
      if (i === index) each[row] = value;
    });
  });
  return { count: labels.length, correct, sums, ...(kept && { each }) };
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
