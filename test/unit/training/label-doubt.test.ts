import { describe, expect, it, test } from 'vitest';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { noisyLabels } from '../../../src/experiment/datasets/changes/label-noise.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { LabelDoubt } from '../../../src/training/label-doubt.ts';
import { backends, wasm } from './backends.ts';
import { eventsOf, only, tinyScenes, tinySpec } from './tiny.ts';

const classes = 4;

describe('the doubt about labels', () => {
  it('is that of confident learning, written down as the paper has it', () => {
    const random = seeded(5);
    for (let round = 0; round < 50; round++) {
      const labels = Uint8Array.from({ length: 30 }, () => random.below(classes));
      const values = (): Float32Array => Float32Array.from({ length: 30 * classes }, () => 2 * random.normal()); // prettier-ignore
      const [logits, gradient] = [values(), values()];
      const { share, pull } = doubtOf(logits, gradient, labels);
      const expected = reference(logits, gradient, labels);
      expect(share).toBeCloseTo(expected.share, 6);
      expect(pull).toBeCloseTo(expected.pull, 5);
    }
  });

  it('comes close to the share of wrong labels where the model knows the right ones', () => {
    const random = seeded(6);
    const right = Uint8Array.from({ length: 2000 }, () => random.below(classes));
    for (const rate of [0, 0.1, 0.3]) {
      const given = noisyLabels(right, classes, rate, seeded(7));
      const logits = Float32Array.from({ length: 2000 * classes }, (_, at) => (at % classes === right[Math.floor(at / classes)] ? 3 : 0) + 0.3 * random.normal()); // prettier-ignore
      expect(Math.abs(doubtOf(logits, logits, given).share - rate)).toBeLessThanOrEqual(
        0.06 * rate,
      );
    }
  });

  it('takes a NaN for no contradiction', () => {
    const nothing = new Float32Array(classes).fill(NaN);
    const { share, pull } = doubtOf(nothing, nothing, Uint8Array.of(1));
    expect([share, pull]).toEqual([0, NaN]);
  });

  it('forgets the epoch before', () => {
    const doubt = new LabelDoubt(2, 3);
    for (const [z, expected] of [
      [9, 0],
      [-9, 1 / 3],
    ] as const) {
      doubt.begin();
      const logits = Float32Array.of(z, 0, 9, 0, 0, 9);
      doubt.add(logits, logits, Uint8Array.of(0, 0, 1));
      expect(doubt.finish()?.share).toBeCloseTo(expected, 6);
    }
  });
});

test.each(backends)('$name tells of it after every epoch, before the steps that learn from it', async (backend) => {
  // At a rate of nearly 0 every batch is judged by the same weights, those that are evaluated.
  const optimizer = { ...tinySpec('focal').optimizer, name: 'sgd', learningRate: 1e-30 } as const;
  const epochs = only(await eventsOf(tinySpec('focal', { optimizer }), backend), 'epoch');
  expect(epochs[0]).not.toHaveProperty('doubted');
  expect(epochs[1]?.doubted?.share).toBeGreaterThan(0);
  expect(epochs[2]?.doubted?.share).toBe(epochs[1]?.doubted?.share);
}); // prettier-ignore

test('a run of scenes, or without a softmax, tells of no doubt', async () => {
  const linear = tinySpec('cross-entropy', { loss: lossSpec('mean-squared-error-linear') });
  const scenes = tinySpec('cross-entropy', { model: modelSpec('unet'), epochs: 1 });
  for (const events of [await eventsOf(linear, wasm), await eventsOf(scenes, wasm, tinyScenes)]) {
    for (const event of only(events, 'epoch')) expect(event).not.toHaveProperty('doubted');
  }
});

function doubtOf(logits: Float32Array, gradient: Float32Array, labels: Uint8Array) {
  const doubt = new LabelDoubt(classes, labels.length);
  const half = Math.floor(labels.length / 2);
  doubt.begin();
  for (const [from, to] of [
    [0, half],
    [half, labels.length],
  ] as const) {
    const part = [from * classes, to * classes] as const;
    doubt.add(logits.subarray(...part), gradient.subarray(...part), labels.subarray(from, to));
  }
  return doubt.finish() ?? { share: NaN, pull: NaN };
}

function reference(logits: Float32Array, gradient: Float32Array, labels: Uint8Array) {
  const all = [...labels].map((label, row) => {
    const { probabilities, predictedClass } = new Prediction(classes).fill(logits, row * classes, label); // prettier-ignore
    const own = [...gradient.subarray(row * classes, (row + 1) * classes)];
    const pull = own.reduce((sum, g) => sum + Math.abs(g), 0);
    return { label, p: [...probabilities], predictedClass, pull };
  });
  const threshold = (k: number): number => {
    const of = all.filter(({ label }) => label === k).map(({ p }) => p[k] ?? NaN);
    return of.reduce((sum, p) => sum + p, 0) / of.length;
  };
  const doubted = all.filter(
    ({ label, p, predictedClass: k }) => k !== label && (p[k] ?? NaN) >= threshold(k),
  );
  const pull = (of: typeof all): number => of.reduce((sum, each) => sum + each.pull, 0);
  return { share: doubted.length / all.length, pull: pull(doubted) / pull(all) };
}
