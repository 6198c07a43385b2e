import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  isRuler,
  losses,
  lossNames,
  rulers,
  type LossName,
} from '../../../src/experiment/losses/catalogue.ts';
import type { LabelLoss } from '../../../src/experiment/losses/loss.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { presets } from '../../../src/experiment/losses/parameter.ts';
import { reductionFactor } from '../../../src/experiment/losses/loss.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { cpuBackend } from '../../../src/training/backend/cpu.ts';
import { objectiveOf } from '../../../src/training/objectives/objective-of.ts';
import { composedLossGradient, measureRows } from '../../../src/training/loss-rows.ts';
import { backends } from '../training/backends.ts';
import { lateBackend } from '../training/late-device.ts';
import { logitRows } from './logit-rows.ts';

const labelLosses = lossNames.flatMap((name) => {
  const loss = losses[name];
  return loss.scope === 'label' ? [{ name, loss }] : [];
});

const rows = [...logitRows.moderate, ...logitRows.saturated];
const classes = 5;
const labels = Uint8Array.from(rows, ({ label }) => label);

describe.each(backends)('on $name', (backend) => {
  beforeAll(() => backend.activate());

  test('every loss and the accuracy are those of the closed forms', () => {
    const measured = backend.measureLosses(logits(), labels);
    const expected = measureRows(logits().dataSync<'float32'>(), labels, classes);
    expect(measured.count).toBe(rows.length);
    expect(measured.correct).toBe(expected.correct);
    measured.sums.forEach((sum, i) => {
      const exact = expected.sums[i] ?? NaN;
      expect(Math.abs(sum - exact)).toBeLessThanOrEqual(1e-13 * Math.abs(exact));
    });
  });

  test('a row of many is measured as it is alone, whichever part it falls into', () => {
    const random = seeded(5);
    const count = 3001;
    const z = Float32Array.from({ length: 4 * count }, () => 30 * random.normal());
    const y = Uint8Array.from({ length: count }, () => random.below(4));
    const measured = backend.measureLosses(tf.tensor2d(z, [count, 4]), y);
    const expected = measureRows(z, y, 4);
    expect(measured.correct).toBe(expected.correct);
    measured.sums.forEach((sum, i) => expect(sum / (expected.sums[i] ?? NaN)).toBeCloseTo(1, 12));
    const gradient = backend
      .lossGradient('cross-entropy', tf.tensor2d(z, [count, 4]), y, 1)
      .dataSync();
    const x = Prediction.of(z.slice(-4), y.at(-1) ?? NaN);
    const last = rulers['cross-entropy'].gradient(x, { labelSmoothing: 0 });
    last.forEach((g, k) => expect(gradient[4 * count - 4 + k]).toBeCloseTo(g, 6));
  });

  test('a NaN among the logits is no prediction, and makes every loss NaN', () => {
    const { correct, sums } = backend.measureLosses(tf.tensor2d([NaN, 0, 1, 5], [2, 2]), Uint8Array.of(1, 1)); // prettier-ignore
    expect(correct).toBe(1);
    expect(sums.every(Number.isNaN)).toBe(true);
  });

  describe.each(labelLosses)('the gradient of $name', ({ name, loss }) => {
    test.each(loss.reductions)('by %s is the closed form', (reduction) => {
      const factor = reductionFactor(reduction, classes) / rows.length;
      const gradient = onDevice(backend, name, loss, factor);
      rows.forEach(({ logits, label }, row) => {
        const expected = loss.gradient(Prediction.of(logits, label), presets(loss.parameters));
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

test.each(lossNames.filter((name) => losses[name].scope === 'image'))(
  'the gradient of %s for a batch of images is the closed form of each',
  async (name) => {
    await cpuBackend.activate();
    const random = seeded(8);
    const [images, pixels] = [3, 7];
    const z = Float32Array.from({ length: images * pixels * classes }, () => 3 * random.normal());
    const y = Uint8Array.from({ length: images * pixels }, () => random.below(classes));
    const train = { labels: y, labelsPerImage: pixels };
    const objective = objectiveOf(lossSpec(name), { classes, train });
    const gradient = (backend: Backend): Float32Array => {
      const logits = tf.tensor2d(z, [images * pixels, classes]);
      return objective.gradient(backend, logits, y).dataSync<'float32'>();
    };
    const measured = gradient(lateBackend(1, 0));
    gradient(cpuBackend).forEach((g, i) => expect(measured[i]).toBeCloseTo(g, 7));
  },
);

function onDevice(backend: Backend, name: LossName, loss: LabelLoss, factor: number): Float32Array {
  const gradient = isRuler(name)
    ? backend.lossGradient(name, logits(), labels, factor)
    : composedLossGradient(loss, presets(loss.parameters), logits(), labels, factor);
  return gradient.dataSync<'float32'>();
}

function logits(): tf.Tensor2D {
  const values = Float32Array.from(rows.flatMap((row) => row.logits));
  return tf.tensor2d(values, [rows.length, classes]);
}
