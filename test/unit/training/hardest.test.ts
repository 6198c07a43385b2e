import { describe, expect, it, test } from 'vitest';
import { rulerNames, rulers } from '../../../src/experiment/losses/catalogue.ts';
import { presets } from '../../../src/experiment/losses/parameter.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import { randomStreams, seeded } from '../../../src/experiment/random.ts';
import * as tf from '@tensorflow/tfjs-core';
import { Batches } from '../../../src/training/batches.ts';
import { hardestOf } from '../../../src/training/hardest.ts';
import { backends, wasm } from './backends.ts';
import { networkOf } from './network-of.ts';
import { eventsOf, only, tinyData, tinyScenes, tinySpec } from './tiny.ts';

describe('the hardest of a batch', () => {
  it('are those that sorting all of them gives, whatever the losses are', () => {
    const random = seeded(3);
    for (let round = 0; round < 300; round++) {
      const count = 1 + Math.floor(random.uniform() * 9);
      // Few values, so that some are equal.
      const each = Float64Array.from({ length: count }, () => Math.floor(4 * random.uniform()));
      const chosen = Uint32Array.from({ length: count }, (_, i) => 100 - i);
      const sorted = [...each.keys()].sort((a, b) => (each[b] ?? 0) - (each[a] ?? 0)).slice(0, 3);
      expect(hardestOf(each, chosen)).toEqual({
        images: sorted.map((i) => 100 - i),
        losses: sorted.map((i) => each[i]),
      });
    }
  });

  it('begin with those whose loss is NaN', () => {
    const each = Float64Array.of(1, NaN, Infinity, NaN, 2);
    expect(hardestOf(each, Uint32Array.of(0, 1, 2, 3, 4))).toEqual({
      images: [1, 3, 2],
      losses: [NaN, NaN, Infinity],
    });
  });

  it('go by the mean over the pixels where each has a loss', () => {
    const each = Float64Array.of(0, 1, 3, 3, 9, 0);
    expect(hardestOf(each, Uint32Array.of(4, 5, 6))).toEqual({
      images: [6, 5, 4],
      losses: [4.5, 3, 0.5],
    });
  });
});

test.each(backends)('$name tells a ruler of each row as its closed form does', async (backend) => {
  await backend.activate();
  const random = seeded(11);
  const labels = Uint8Array.from({ length: 700 }, () => Math.floor(5 * random.uniform()));
  const z = Float32Array.from({ length: 5 * 700 }, () => 8 * random.uniform() - 4);
  const logits = tf.tensor2d(z, [700, 5]);
  const without = backend.measureLosses(logits, labels);
  for (const name of rulerNames) {
    const { each = new Float64Array(), ...measured } = backend.measureLosses(logits, labels, name);
    expect(measured).toEqual(without);
    const parameters = presets(rulers[name].parameters);
    labels.forEach((label, row) => {
      const prediction = Prediction.of(z.subarray(5 * row, 5 * row + 5), label);
      expect(each[row]).toBeCloseTo(rulers[name].value(prediction, parameters), 10);
    });
  }
});

test('the first batch of a run tells its three hardest images as an independent forward pass does', async () => {
  const spec = tinySpec('mean-squared-error', { batchSize: 10, epochs: 1 });
  const [batch] = only(await eventsOf(spec, wasm), 'batch');
  const { height, width, channels } = tinyData.train;
  const network = networkOf(wasm, {
    model: 'mlp',
    input: { height, width, channels, classes: 3 },
    seed: spec.seed,
  });
  const order = Uint32Array.from({ length: tinyData.train.count }, (_, i) => i);
  randomStreams(spec.seed).order.shuffle(order);
  const own = [...order.subarray(0, 10)].map((image) => {
    const images = tinyData.train.pixels.subarray(9 * image, 9 * image + 9);
    const labels = tinyData.train.labels.subarray(image, image + 1);
    const z = network.predict({ count: 1, images, labels });
    const most = Math.max(...z);
    const e = [...z].map((value) => Math.exp(value - most));
    const p = e.map((value) => value / e.reduce((a, b) => a + b));
    const squares = p.reduce((sum, pk, k) => sum + (pk - (k === labels[0] ? 1 : 0)) ** 2, 0);
    return { image, loss: squares / 3 };
  });
  const expected = own.sort((a, b) => b.loss - a.loss).slice(0, 3);
  expect(batch?.hardest?.images).toEqual(expected.map(({ image }) => image));
  batch?.hardest?.losses.forEach((loss, i) => {
    expect(loss).toBeCloseTo(expected[i]?.loss ?? NaN, 6);
    expect(Math.fround(loss)).toBe(loss);
  });
  network.dispose();
});

test('every kind of loss tells them where it knows of each image, and the mean of one batch fits', async () => {
  for (const name of ['focal', 'cross-entropy'] as const) {
    const batches = only(
      await eventsOf(tinySpec(name, { batchSize: 3, epochs: 1 }), wasm),
      'batch',
    );
    for (const { hardest, loss } of batches) {
      const mean =
        (hardest?.losses ?? []).reduce((a, b) => a + b, 0) / (hardest?.losses.length ?? 0);
      expect(mean).toBeCloseTo(loss, 5);
    }
  }
  for (const name of ['dice', 'cross-entropy'] as const) {
    const spec = tinySpec(name, { model: modelSpec('unet'), batchSize: 3, epochs: 1 });
    const [batch] = only(await eventsOf(spec, wasm, tinyScenes), 'batch');
    const mean = (batch?.hardest?.losses ?? []).reduce((a, b) => a + b, 0) / 3;
    expect(mean).toBeCloseTo(batch?.loss ?? NaN, 5);
  }
});

test('the images of an epoch are each dealt out once, by their places in the training set', () => {
  const { order } = randomStreams(1);
  const dealt = [...new Batches(tinyData.train, 5, order).epoch()].flatMap(({ chosen }) => [
    ...(chosen ?? []),
  ]);
  expect(dealt.sort((a, b) => a - b)).toEqual([...Array(22).keys()]);
});
