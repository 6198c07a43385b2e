import * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { rulerNames, type RulerName } from '../../../experiment/losses/catalogue.ts';
import type { LossSums } from '../../loss-rows.ts';
import { run, type Program } from './program.ts';
import { rowSums } from './sums.ts';

/** How many of the rows are right, and then each ruler. */
const rowsOfMeasures = 1 + rulerNames.length;

/**
 * Each ruler of one row of logits z with label y, as in kernels/losses.ts but in float32. `rest` is Σ exp(z_k
 * − m) without the label's own, m the largest logit: 1 − p_y = rest/sum has no difference that rounding eats.
 */
const rulerCode: Record<RulerName, string> = {
  'cross-entropy': `
    // ln Σ exp z − z_y; where the label leads, its own exponential is the 1 of log1p.
    return getLogits(row, y) == m ? log1p(rest) : (m - getLogits(row, y)) + log(sum);`,
  'mean-squared-error': `
    float total = 0.0;
    for (int k = 0; k < classes; ++k) {
      float d = k == y ? rest / sum : exp(getLogits(row, k) - m) / sum;
      total += d * d;
    }
    return total;`,
  'mean-squared-error-linear': `
    float total = 0.0;
    for (int k = 0; k < classes; ++k) {
      float d = getLogits(row, k) - (k == y ? 1.0 : 0.0);
      total += d * d;
    }
    return total;`,
  'binary-cross-entropy': `
    float total = 0.0;
    for (int k = 0; k < classes; ++k) {
      // softplus(−z) of the label, softplus(z) of the others
      float z = k == y ? -getLogits(row, k) : getLogits(row, k);
      total += max(z, 0.0) + log1p(exp(-abs(z)));
    }
    return total;`,
  'mean-absolute-error': 'return 2.0 * rest / sum;',
};

/** [6, rows] of logits [rows, classes] and labels [rows]. */
function measuresOf(rows: number, classes: number): Program {
  const cases = rulerNames.map((name, i) => `if (at.x == ${i + 1}) { ${rulerCode[name]} }`);
  const code = `
    const int classes = ${classes};

    float log1p(float x) {
      return x < 0.02 ? x * (1.0 - x * (0.5 - x * (1.0 / 3.0 - x * 0.25))) : log(1.0 + x);
    }

    float measure(ivec2 at) {
      int row = at.y;
      int y = int(getLabels(row));
      int best = 0;
      float m = getLogits(row, 0);
      for (int k = 1; k < classes; ++k) {
        float z = getLogits(row, k);
        if (z > m || isnan(z)) { m = z; best = k; }
      }
      if (at.x == 0) return best == y && !isnan(m) ? 1.0 : 0.0;
      float rest = 0.0;
      for (int k = 0; k < classes; ++k) {
        if (k != y) rest += exp(getLogits(row, k) - m);
      }
      float sum = rest + exp(getLogits(row, y) - m);
      ${cases.join('\n')}
      return 0.0;
    }

    void main() {
      setOutput(measure(getOutputCoords()));
    }`;
  return { inputs: ['logits', 'labels'], shape: [rowsOfMeasures, rows], code };
}

/**
 * What a batch of `images` images is measured to be, [6, images] on the device: sums over the labels of each.
 * @param labels [rows] as float32
 */
export function measureImages(
  backend: MathBackendWebGL,
  logits: tf.Tensor2D,
  labels: tf.Tensor,
  images: number,
): tf.Tensor {
  const [rows, classes] = logits.shape;
  const measures = run(backend, measuresOf(rows, classes), [logits, labels]);
  const perImage = tf.reshape(measures, [rowsOfMeasures * images, rows / images]);
  return tf.reshape(rowSums(backend, perImage), [rowsOfMeasures, images]);
}

/** The measures read back, added up in float64. `each` is the mean over the labels of an image. */
export function readMeasures(
  measures: Float32Array,
  images: number,
  rows: number,
  kept?: RulerName,
): LossSums {
  const of = (index: number): Float32Array =>
    measures.subarray(index * images, (index + 1) * images);
  const sums = Array.from({ length: rowsOfMeasures }, (_, i) => of(i).reduce((a, b) => a + b, 0));
  const [correct = NaN, ...ofRulers] = sums;
  const each =
    kept && Float64Array.from(of(1 + rulerNames.indexOf(kept)), (sum) => (sum * images) / rows);
  return { count: rows, correct, sums: ofRulers, ...(each && { each }) };
}

/** Floats that `measureImages` gives. */
export const measuresCount = (images: number): number => rowsOfMeasures * images;
