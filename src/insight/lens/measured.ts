import type { LabelLoss } from '../../experiment/losses/loss.ts';
import type { Values } from '../../experiment/losses/parameter.ts';
import { Prediction } from '../../experiment/losses/prediction.ts';
import { rowCount } from './outputs.ts';
import type { Outputs } from '../../run/outputs/outputs.ts';

/** One loss on every row of some outputs. */
export interface Measured {
  readonly values: Float64Array;
  /** ‖∂L/∂z‖ */
  readonly pulls: Float64Array;
}

/** The sum over the classes of `loss`, and how strongly it pulls on the logits, by its closed forms. */
export function measure(outputs: Outputs, loss: LabelLoss, parameters: Values): Measured {
  const { classes, logits, labels } = outputs;
  const values = new Float64Array(rowCount(outputs));
  const pulls = new Float64Array(values.length);
  const prediction = new Prediction(classes);
  for (let row = 0; row < values.length; row++) {
    prediction.fill(logits, row * classes, labels[row] ?? 0);
    values[row] = loss.value(prediction, parameters);
    pulls[row] = normOf(loss.gradient(prediction, parameters));
  }
  return { values, pulls };
}

/** √Σ v²: plainly, since `Math.hypot` guards against an overflow that no gradient comes near, at ten times the cost. */
export function normOf(vector: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < vector.length; k++) sum += (vector[k] ?? NaN) ** 2;
  return Math.sqrt(sum);
}
