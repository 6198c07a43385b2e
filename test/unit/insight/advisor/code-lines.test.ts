import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { isLossName, losses } from '../../../../src/experiment/losses/catalogue.ts';
import { reductionFactor } from '../../../../src/experiment/losses/loss.ts';
import { presets } from '../../../../src/experiment/losses/parameter.ts';
import { Prediction } from '../../../../src/experiment/losses/prediction.ts';
import { Region } from '../../../../src/experiment/losses/region.ts';
import type { AdvisedLoss } from '../../../../src/insight/advisor/advised-loss.ts';
import * as exclusive from '../../../../src/insight/advisor/losses/exclusive.ts';
import * as regions from '../../../../src/insight/advisor/losses/regions.ts';
import { advisedLosses, allLines, type Lines } from './advised-losses.ts';

const rows = z.array(z.array(z.number()));
const run = z.object({ lines: z.string(), value: z.number() });
const schema = z.object({
  inputs: z.object({
    logits: rows,
    labels: z.array(z.number()),
    y: rows,
    imageLogits: z.array(z.array(rows)),
    imageLabels: z.array(rows),
    classWeights: z.array(z.number()),
    posWeight: z.number(),
    positives: z.array(z.number()),
    negatives: z.array(z.number()),
    mean: rows,
    variance: rows,
    features: rows,
    centres: rows,
    anchor: rows,
    positive: rows,
    negative: rows,
  }),
  cases: z.array(z.object({ label: z.string(), output: z.string(), pytorch: run, keras: run })),
});

/** What PyTorch and Keras made of the lines: see make.py beside it. */
const file = path.resolve('test/fixtures/advisor/reference.json');
const { inputs, cases } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
const classes = 4;
const float32 = 1e-4;
const isRegion = (label: string): boolean =>
  Object.values(regions).some((loss) => loss.label.text === label);

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('PyTorch and Keras have run every line as it is shown', () => {
  expect(cases.map(({ label, output, pytorch, keras }) => ({ label, output, pytorch: pytorch.lines, keras: keras.lines }))).toEqual(allLines.map(({ label, output, pytorch, keras }) => ({ label, output, pytorch, keras }))); // prettier-ignore
});

describe.each(allLines)('$label of $output', (lines) => {
  const { pytorch, keras } = cases.find(({ label, output }) => label === lines.label && output === lines.output) ?? {}; // prettier-ignore
  // PyTorch divides by the sum of the weights of the batch, Keras by the number of its examples.
  const isWeighted = lines.label === 'Cross-entropy with class weights';
  // Keras adds 1e-7 to both sides of a share, where the other lines add 1.
  const isShare = isRegion(lines.label);

  test('is the same in PyTorch and Keras', () => {
    const difference = Math.abs((pytorch?.value ?? NaN) - (keras?.value ?? NaN));
    expect(difference < float32).toBe(!isWeighted && !isShare);
  });

  test('is the same in TensorFlow.js', () => {
    const expected = isWeighted ? keras : pytorch;
    expect(Math.abs(byTfjs(lines) - (expected?.value ?? NaN))).toBeLessThan(float32);
  });
});

/** Where the data are of the kind that Loss Lab trains on. */
const trained: readonly AdvisedLoss[] = [...Object.values(exclusive), ...Object.values(regions)];

test.each(trained)('$label.text is what Loss Lab trains with', (loss) => {
  const lines = allLines.find(({ label }) => label === loss.label.text);
  expect(advisedLosses).toContain(loss);
  expect(lines && byTfjs(lines)).toBeCloseTo(byLossLab(loss), 4);
});

function byTfjs({ tfjs, output, label }: Lines): number {
  return tf.tidy(() => {
    const logits = tf.tensor(isRegion(label) ? inputs.imageLogits : inputs.logits);
    const labels = tf.tensor(isRegion(label) ? inputs.imageLabels : inputs.labels, undefined, 'int32'); // prettier-ignore
    const unit = (x: number[][]): tf.Tensor2D => tf.div(x, tf.norm(tf.tensor2d(x), 2, 1, true));
    const cosine: tf.Tensor = tf.matMul(unit(inputs.features), unit(inputs.centres), false, true);
    const value: unknown = vm.runInNewContext(tfjs, {
      tf,
      logits,
      outputs: logits,
      probabilities: output === 'softmax' ? tf.softmax(logits) : tf.sigmoid(logits),
      onehot: tf.oneHot(labels, classes),
      y: tf.tensor(inputs.y),
      above: tf.tensor(inputs.y),
      classWeights: tf.tensor(inputs.classWeights),
      posWeight: inputs.posWeight,
      positives: tf.tensor(inputs.positives),
      negatives: tf.tensor(inputs.negatives),
      mean: tf.tensor(inputs.mean),
      variance: tf.tensor(inputs.variance),
      cosine,
      anchor: tf.tensor(inputs.anchor),
      positive: tf.tensor(inputs.positive),
      negative: tf.tensor(inputs.negative),
    });
    return value instanceof tf.Tensor && value.size === 1 ? (value.dataSync()[0] ?? NaN) : NaN;
  });
}

/** The mean over the examples, in double precision. */
function byLossLab({ trainedAs = {} }: AdvisedLoss): number {
  const { name, parameters = {}, classWeights } = written.parse(trainedAs);
  if (!isLossName(name)) throw new Error(`There is no loss ${name}`);
  const loss = losses[name];
  const all = { ...presets(loss.parameters), ...parameters };
  const factor = reductionFactor(loss.reductions[0], classes);
  const values =
    loss.scope === 'label'
      ? inputs.logits.map((row, i) => {
          const label = inputs.labels[i] ?? NaN;
          const weight = classWeights === undefined ? 1 : (inputs.classWeights[label] ?? NaN);
          return weight * loss.value(Prediction.of(row, label), all);
        })
      : inputs.imageLogits.map((image, i) => {
          const labels = (inputs.imageLabels[i] ?? []).flat();
          const region = new Region(classes, labels.length).fill(image.flat(2), labels);
          return loss.value(region, all);
        });
  return (factor * values.reduce((sum, each) => sum + each, 0)) / values.length;
}

const written = z.object({
  name: z.string(),
  parameters: z.optional(z.record(z.string(), z.number())),
  classWeights: z.optional(z.literal('balanced')),
});
