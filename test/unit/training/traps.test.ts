import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { modelNames, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { backends, wasm } from './backends.ts';
import { eventsOf, only, tinyDataFor, tinySpec } from './tiny.ts';

/* Where tfjs gives wrong numbers without a word. Each is here with what would show that we fell in. */

/** The names of the kernels that a training runs. */
async function kernelsOf(
  name: ModelName,
  backend: (typeof backends)[number],
): Promise<Set<string>> {
  await backend.activate();
  const engine = tf.engine();
  const names = new Set<string>();
  const run = engine.runKernel.bind(engine);
  engine.runKernel = (kernelName, ...rest) => {
    names.add(kernelName);
    return run(kernelName, ...rest);
  };
  try {
    const spec = tinySpec('cross-entropy', { model: modelSpec(name), epochs: 1 });
    await eventsOf(spec, backend, tinyDataFor(name));
  } finally {
    engine.runKernel = run;
  }
  return names;
}

describe('nearest up-sampling', () => {
  test('has a wrong gradient on tfjs’s cpu beyond the first image', async () => {
    await backends[1]?.activate();
    const x = tf.ones<tf.Rank.R4>([2, 1, 1, 1]);
    const up = (at: tf.Tensor): tf.Tensor =>
      tf.image.resizeNearestNeighbor(tf.reshape<tf.Rank.R4>(at, [2, 1, 1, 1]), [2, 2]);
    const dx = tf
      .grad(up)(x, tf.tensor4d([1, 1, 1, 1, 10, 10, 10, 10], [2, 2, 2, 1]))
      .dataSync();
    // 4 and 40. If this fails, tfjs was mended, and the next test may go.
    expect([...dx]).not.toEqual([4, 40]);
  });

  test.each(modelNames)('is no part of %s', async (name) => {
    for (const backend of backends) {
      const names = [...(await kernelsOf(name, backend))];
      expect(names.length).toBeGreaterThan(3);
      expect(names.filter((kernel) => kernel.startsWith('Resize'))).toEqual([]);
      // Nor does anything draw at random within a step: a seeded dropout would repeat its mask.
      expect(names.filter((kernel) => /Random|Multinomial|Dropout/.test(kernel))).toEqual([]);
    }
  });
});

describe.each(backends)('on $name', (backend) => {
  beforeAll(() => backend.activate());

  test('a surely wrong row costs all of its logit difference, and is pushed: nothing is clipped', () => {
    const logits = tf.tensor2d([200, 0, 0], [1, 3]);
    const label = Uint8Array.of(1);
    const [crossEntropy] = backend.measureLosses(logits, label).sums;
    expect(crossEntropy).toBeCloseTo(200, 10);
    const gradient = backend.lossGradient('cross-entropy', logits, label, 1).dataSync();
    expect([...gradient].map((g) => g + 0)).toEqual([1, -1, 0]);
  });

  test('every row of labels sums to 1, so that cross-entropy pushes no row as a whole', () => {
    const logits = tf.randomNormal<tf.Rank.R2>([30, 5], 0, 3, 'float32', 1);
    const labels = Uint8Array.from({ length: 30 }, (_, i) => i % 5);
    const gradient = backend.lossGradient('cross-entropy', logits, labels, 1);
    tf.sum(gradient, 1).dataSync().forEach((sum) => expect(Math.abs(sum)).toBeLessThan(1e-6)); // prettier-ignore
  });
});

describe.each(modelNames)('%s', (name) => {
  test.each(lossNames)(
    'is seen to diverge when a NaN is among its images, with %s',
    async (loss) => {
      const data = tinyDataFor(name);
      const pixels = data.train.pixels.map((value, i) => (i === 5 ? NaN : value));
      const spec = tinySpec(loss, { model: modelSpec(name), batchSize: data.train.count });
      const events = await eventsOf(spec, wasm, { ...data, train: { ...data.train, pixels } });
      expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: 'diverged', step: 1 });
      expect(only(events, 'batch')[0]?.loss).toBeNaN();
    },
  );
});
