import * as tf from '@tensorflow/tfjs-core';
import { losses, rulerNames, type LossName } from '../../../src/experiment/losses/catalogue.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { seeded } from '../../../src/experiment/random.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { measureImages, readMeasures } from '../../../src/training/backend/webgl/rulers.ts';
import { measureRows } from '../../../src/training/loss-rows.ts';
import { matrix } from '../../../src/training/operations/one.ts';
import { scoped } from '../../../src/training/scope.ts';
import { objectiveOf } from '../../../src/training/objectives/objective-of.ts';
import { distance, onBoth, webgl } from './backends.ts';

const classes = 5;

/** Rows of logits about as large as `scale`. */
function rowsOf(rows: number, scale: number): { logits: Float32Array; labels: Uint8Array } {
  const random = seeded(6);
  return {
    logits: Float32Array.from({ length: rows * classes }, () => scale * random.normal()),
    labels: Uint8Array.from({ length: rows }, () => random.below(classes)),
  };
}

/** How far the gradient of a loss is from the reference, for two images of 7 labels or for 14 images. */
export async function compareLossGradient(name: LossName, scale: number): Promise<number> {
  const { logits, labels } = rowsOf(14, scale);
  const labelsPerImage = losses[name].scope === 'image' ? 7 : 1;
  const train = { labels, labelsPerImage };
  const gradient = (backend: Backend): Float32Array =>
    scoped(() => {
      const objective = objectiveOf(lossSpec(name), { classes, train });
      const z = tf.tensor2d(logits, [14, classes]);
      return objective.gradient(backend, z, labels).dataSync<'float32'>().slice();
    });
  const { measured, expected } = await onBoth(gradient);
  return distance(measured, expected);
}

/** How far each ruler is from double precision, for `images` images of `perImage` labels each. */
export async function compareRulers(
  images: number,
  perImage: number,
  scale: number,
): Promise<{ correct: number; sums: number[]; each: number }> {
  const backend = await webgl();
  await backend.activate();
  const rows = images * perImage;
  const { logits, labels } = rowsOf(rows, scale);
  const z = matrix(tf.tensor(logits, [rows, classes]));
  const y = tf.tensor1d(Float32Array.from(labels));
  const values = measureImages(backend.device.context.backend, z, y, images);
  const measured = readMeasures(values.dataSync<'float32'>(), images, rows, 'cross-entropy');
  const expected = measureRows(logits, labels, classes, 'cross-entropy');
  tf.dispose([z, y, values]);
  const means = Array.from({ length: images }, (_, image) => {
    const of = expected.each?.subarray(image * perImage, (image + 1) * perImage);
    return (of?.reduce((sum, value) => sum + value, 0) ?? NaN) / perImage;
  });
  return {
    correct: measured.correct - expected.correct,
    sums: rulerNames.map((_, i) => distance([measured.sums[i] ?? NaN], [expected.sums[i] ?? NaN])),
    each: distance(measured.each ?? [], means),
  };
}
