import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { losses, lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { reductionFactor } from '../../../src/experiment/losses/loss.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import { oneHot } from '../../../src/training/batches.ts';
import { lossGradient } from '../../../src/training/loss-gradient.ts';
import { backends } from '../training/backends.ts';
import { logitRows } from './logit-rows.ts';

const rows = [...logitRows.moderate, ...logitRows.saturated];
const classes = 5;
const labels = Uint8Array.from(rows, ({ label }) => label);

describe.each(backends)('on $name', (backend) => {
  beforeAll(() => backend.activate());

  describe.each(lossNames)('the gradient of %s', (name) => {
    test.each(losses[name].reductions)('by %s is the closed form', (reduction) => {
      const factor = reductionFactor(reduction, classes) / rows.length;
      const gradient = onDevice(lossGradient(losses[name], oneHot(labels, classes), factor));
      rows.forEach(({ logits, label }, row) => {
        const expected = losses[name].gradient(Prediction.of(logits, label));
        // float32: 6e-8 relative, of terms as large as the largest of the row.
        const tolerance = 2e-6 * factor * Math.max(1, ...expected.map(Math.abs));
        expected.forEach((value, k) => {
          const measured = gradient[row * classes + k] ?? NaN;
          expect(Math.abs(measured - factor * value)).toBeLessThanOrEqual(tolerance);
        });
      });
    });
  });
});

function onDevice(gradient: ReturnType<typeof lossGradient>): Float32Array {
  const logits = Float32Array.from(rows.flatMap((row) => row.logits));
  const tensor = tf.tensor2d(logits, [rows.length, classes]);
  return gradient(tensor).dataSync<'float32'>();
}
