import { describe, expect, test, vi } from 'vitest';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { nearestClassMean } from '../../../src/experiment/nearest-class-mean.ts';
import { classWeightsOf } from '../../../src/training/class-weights.ts';
import { evaluate } from '../../../src/training/evaluate.ts';
import { backends, wasm } from './backends.ts';
import { networkOf } from './network-of.ts';
import { eventsOf, only, tinyData, tinyScenes, tinySpec } from './tiny.ts';

describe.each(backends)('on $name', (backend) => {
  test('an evaluation agrees with the measures of its epoch, class by class and image by image', async () => {
    const spec = tinySpec('focal', { epochs: 3 });
    const events = await eventsOf(spec, backend);
    const evaluations = only(events, 'evaluation');
    const epochs = only(events, 'epoch');
    expect(evaluations.map(({ epoch }) => epoch)).toEqual([0, 1, 2, 3]);
    evaluations.forEach(({ confusion, classLosses, examples }, i) => {
      const { accuracy, objective } = epochs[i]?.validation ?? {};
      const hits = [0, 4, 8].reduce((sum, at) => sum + (confusion[at] ?? NaN), 0);
      expect(hits / 10).toBeCloseTo(accuracy ?? NaN, 6);
      const mean = examples.losses.reduce((sum, loss) => sum + loss, 0) / 10;
      expect(mean).toBeCloseTo(objective ?? NaN, 6);
      const right = examples.predicted.filter((k, n) => k === tinyData.validation.labels[n]);
      expect(right.length / 10).toBeCloseTo(accuracy ?? NaN, 6);
      [0, 1, 2].forEach((k) => {
        const of = examples.losses.filter((_, n) => tinyData.validation.labels[n] === k);
        const expected = of.reduce((sum, loss) => sum + loss, 0) / of.length;
        expect(classLosses[k]).toBeCloseTo(expected, 6);
      });
    });
  });

  test('of scenes the losses are one an image, the confusion one a pixel, and there is a mean IoU', async () => {
    const spec = tinySpec('dice', { model: modelSpec('unet'), epochs: 1 });
    const last = only(await eventsOf(spec, backend, tinyScenes), 'evaluation').at(-1);
    expect(last?.examples.losses).toHaveLength(10);
    expect(last?.examples.predicted).toEqual([]);
    expect(last?.confusion.reduce((sum, n) => sum + n, 0)).toBe(160);
    expect(last?.metrics['mean-iou']).toBeGreaterThan(0);
  });
});

test.each([
  ['cross-entropy', 0],
  ['focal', 1],
] as const)('the loss %s is computed for each label %i times beside the rulers', (name, times) => {
  const { classes, validation } = tinyData;
  const input = { height: validation.height, width: validation.width, channels: 1, classes };
  const network = networkOf(wasm, { model: 'softmax-regression', input, loss: lossSpec(name) });
  const computed = vi.spyOn(network.objective, 'each');
  const { details } = evaluate(network, tinyData, 1);
  // The ten images are one batch.
  expect(computed).toHaveBeenCalledTimes(times);
  expect(details.examples.losses).toHaveLength(10);
  network.dispose();
});

test('classes that are held out are recognised by what the output layer sees', async () => {
  const heldOut = tinyData.train;
  const spec = tinySpec('cross-entropy', { model: modelSpec('softmax-regression'), epochs: 1 });
  const events = await eventsOf(spec, wasm, { ...tinyData, heldOut });
  // Softmax regression sees the pixels themselves.
  const expected = nearestClassMean(heldOut.pixels, heldOut.labels, { shots: 5, episodes: 20, seed: 1 }); // prettier-ignore
  for (const { metrics } of only(events, 'evaluation')) {
    expect(metrics['held-out-accuracy']).toBe(Math.fround(expected.accuracy));
  }
  expect(expected.accuracy).toBeGreaterThan(0.5);
});

test('a sum over the batch is told of as that of a full batch', async () => {
  const loss = { ...lossSpec('cross-entropy'), batch: 'sum' } as const;
  const idle = { name: 'sgd', learningRate: 1e-30 } as const;
  const optimizer = { ...tinySpec('cross-entropy').optimizer, ...idle };
  const mean = await eventsOf(tinySpec('cross-entropy', { optimizer }), wasm);
  const sum = await eventsOf(tinySpec('cross-entropy', { optimizer, loss }), wasm);
  const objectives = (events: typeof mean): (number | undefined)[] =>
    only(events, 'epoch').map(({ validation }) => validation.objective);
  objectives(mean).forEach((value, i) => {
    expect((objectives(sum)[i] ?? NaN) / (value ?? NaN)).toBeCloseTo(5, 5);
  });
  const batches = (events: typeof mean): number[] =>
    only(events, 'batch').map(({ loss: of }) => of);
  expect((batches(sum)[0] ?? NaN) / (batches(mean)[0] ?? NaN)).toBeCloseTo(5, 5);
  // The last batch of an epoch has 2 images.
  expect((batches(sum)[4] ?? NaN) / (batches(mean)[4] ?? NaN)).toBeCloseTo(2, 5);
});

test('balanced class weights give every class the same say, and a mean weight of 1', () => {
  const labels = Uint8Array.of(0, 0, 0, 0, 0, 0, 1, 1, 2);
  const weights = classWeightsOf('balanced', labels, 4) ?? new Float64Array();
  // N/(K n_k) = 9/(4 n_k); class 3 never occurs.
  expect([...weights]).toEqual([9 / 24, 9 / 8, 9 / 4, 1]);
  const of = (k: number): number => (weights[k] ?? NaN) * labels.filter((y) => y === k).length;
  expect(of(0)).toBeCloseTo(of(1), 12);
  expect(of(1)).toBeCloseTo(of(2), 12);
  const mean = labels.reduce((sum, y) => sum + (weights[y] ?? NaN), 0) / labels.length;
  // Three of four classes occur.
  expect(mean).toBeCloseTo(3 / 4, 12);
});

test('a weight by class multiplies the objective of its examples, and nothing else', async () => {
  const loss = { ...lossSpec('cross-entropy'), classWeights: [1, 1, 3] };
  const [plain, weighted] = await Promise.all([
    eventsOf(tinySpec('cross-entropy', { epochs: 1 }), wasm),
    eventsOf(tinySpec('cross-entropy', { epochs: 1, loss }), wasm),
  ]);
  const first = (events: typeof plain) => only(events, 'evaluation')[0];
  const [one, other] = [first(plain)?.classLosses ?? [], first(weighted)?.classLosses ?? []];
  [1, 1, 3].forEach((weight, k) =>
    expect((other[k] ?? NaN) / (one[k] ?? NaN)).toBeCloseTo(weight, 5),
  );
  expect(only(weighted, 'epoch')[0]?.validation.losses).toEqual(
    only(plain, 'epoch')[0]?.validation.losses,
  );
});
