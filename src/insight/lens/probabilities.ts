import type { Activation } from '../../experiment/losses/loss.ts';
import type { Prediction } from '../../experiment/losses/prediction.ts';
import { sigmoid } from '../../experiment/losses/sigmoid.ts';
import { rowCount } from './outputs.ts';
import type { Outputs } from '../../run/outputs/outputs.ts';

/** What a loss of this activation reads of each class: a probability, or on a linear output the logit. */
export function outputsOf(prediction: Prediction, activation: Activation): Float64Array {
  switch (activation) {
    case 'softmax':
      return prediction.probabilities;
    case 'sigmoid':
      return prediction.map((k) => sigmoid(prediction.at(k)));
    case 'linear':
      return prediction.logits;
  }
}

/** The same of the label's class alone, for every row. */
export function labelOutputs(outputs: Outputs, activation: Activation): Float64Array {
  const { classes, logits, labels } = outputs;
  const found = new Float64Array(rowCount(outputs));
  for (let row = 0; row < found.length; row++) {
    const from = row * classes;
    const z = logits[from + (labels[row] ?? 0)] ?? NaN;
    if (activation === 'softmax') found[row] = 1 / sumOfRatios(logits, from, classes, z);
    else found[row] = activation === 'sigmoid' ? sigmoid(z) : z;
  }
  return found;
}

/** Σ exp(z_k − z): infinite rather than NaN where the label is hopeless, so that p is 0 there. */
function sumOfRatios(logits: Float32Array, from: number, classes: number, z: number): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) sum += Math.exp((logits[from + k] ?? NaN) - z);
  return sum;
}
