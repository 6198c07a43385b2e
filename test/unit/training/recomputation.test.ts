import { describe, expect, test } from 'vitest';
import { losses, lossNames, type LossName } from '../../../src/experiment/losses/catalogue.ts';
import { reductionFactor, type LabelLoss } from '../../../src/experiment/losses/loss.ts';
import { declareLayers } from '../../../src/experiment/models/layers.ts';
import { buildOf, modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { models } from '../../../src/experiment/models/catalogue.ts';
import { presets } from '../../../src/experiment/losses/parameter.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import type { LayerStatistics } from '../../../src/run/event.ts';
import { initialWeights } from '../../../src/training/initializers.ts';
import { randomStreams } from '../../../src/experiment/random.ts';
import { backends } from './backends.ts';
import { eventsOf, only, tinyData, tinySpec } from './tiny.ts';

const { classes, train } = tinyData;
const pixels = 9;
const rate = 0.1;

/** A training of softmax regression by SGD in double precision, with every gradient kept. */
function trainInDouble(name: LossName, epochs: number) {
  const random = randomStreams(1);
  const [layer] = declareLayers(
    models['softmax-regression'],
    { ...train, classes },
    buildOf(modelSpec('softmax-regression')),
  );
  if (!layer) throw new Error('No layer');
  const weights = Float64Array.from(initialWeights(layer, random.weights));
  const bias = new Float64Array(classes);
  const order = Uint32Array.from({ length: train.count }, (_, i) => i);
  const batchLosses: number[] = [];
  const windows: Step[][] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.order.shuffle(order);
    const window: Step[] = [];
    for (let start = 0; start < train.count; start += 5) {
      const { loss, gradient, biasGradient } = backward(
        name,
        weights,
        bias,
        order.slice(start, start + 5),
      );
      const before = weights.slice();
      gradient.forEach((g, i) => (weights[i] = (weights[i] ?? NaN) - rate * g));
      biasGradient.forEach((g, i) => (bias[i] = (bias[i] ?? NaN) - rate * g));
      batchLosses.push(loss);
      window.push({ gradient, ratio: norm(gradient.map((g) => rate * g)) / norm(before) });
    }
    windows.push(window);
  }
  return { batchLosses, windows };
}

interface Step {
  readonly gradient: Float64Array;
  readonly ratio: number;
}

const labelLosses = lossNames.filter((name) => losses[name].scope === 'label');

function labelLoss(name: LossName): LabelLoss {
  const loss = losses[name];
  if (loss.scope !== 'label') throw new Error(`${name} is no loss of labels`);
  return loss;
}

function backward(name: LossName, weights: Float64Array, bias: Float64Array, chosen: Uint32Array) {
  const factor = reductionFactor(losses[name].reductions[0], classes) / chosen.length;
  const gradient = new Float64Array(pixels * classes);
  const biasGradient = new Float64Array(classes);
  const ofLabel = labelLoss(name);
  const parameters = presets(ofLabel.parameters);
  let loss = 0;
  for (const image of chosen) {
    const x = train.pixels.subarray(image * pixels, (image + 1) * pixels);
    const logits = bias.map((b, k) =>
      x.reduce((sum, value, i) => sum + value * (weights[i * classes + k] ?? NaN), b),
    );
    const prediction = Prediction.of(logits, train.labels[image] ?? NaN);
    loss += factor * ofLabel.value(prediction, parameters);
    ofLabel.gradient(prediction, parameters).forEach((g, k) => {
      biasGradient[k] = (biasGradient[k] ?? NaN) + factor * g;
      x.forEach((value, i) => {
        const at = i * classes + k;
        gradient[at] = (gradient[at] ?? NaN) + factor * g * value;
      });
    });
  }
  return { loss, gradient, biasGradient };
}

/** The definitions of `LayerStatistics`, word for word. */
function statisticsOf(window: readonly Step[]): LayerStatistics {
  const norms = window.map(({ gradient }) => norm(gradient));
  const elements = window.flatMap(({ gradient }) => [...gradient]);
  const mean = average(elements);
  return {
    norm: average(norms),
    maxNorm: Math.max(...norms),
    mean,
    std: Math.sqrt(average(elements.map((g) => (g - mean) ** 2))),
    zeroFraction: average(elements.map((g) => (g === 0 ? 1 : 0))),
    updateRatio: average(window.map(({ ratio }) => ratio)),
  };
}

describe.each(backends)('on $name', (backend) => {
  test.each(labelLosses)('a whole training with %s is that of double precision', async (name) => {
    const optimizer = wholeOptimizer({ name: 'sgd', learningRate: rate });
    const spec = tinySpec(name, { model: modelSpec('softmax-regression'), epochs: 3, optimizer });
    const events = await eventsOf(spec, backend);
    const expected = trainInDouble(name, 3);
    const measured = only(events, 'batch').map(({ loss }) => loss);
    expect(measured).toHaveLength(15);
    measured.forEach((loss, i) => expect(loss).toBeCloseTo(expected.batchLosses[i] ?? NaN, 5));

    const [first, ...epochs] = only(events, 'gradients').map(({ layers }) => layers[0]);
    expectStatistics(first, statisticsOf(expected.windows[0]?.slice(0, 1) ?? []));
    expect(epochs).toHaveLength(3);
    epochs.forEach((layer, i) => expectStatistics(layer, statisticsOf(expected.windows[i] ?? [])));
  });

  test('the training measures of an epoch are the means over its images', async () => {
    const events = await eventsOf(tinySpec('cross-entropy'), backend);
    const batches = only(events, 'batch').slice(0, 5);
    const images = [5, 5, 5, 5, 2];
    const pooled = (of: (i: number) => number): number =>
      images.reduce((sum, count, i) => sum + count * of(i), 0) / 22;
    const epoch = only(events, 'epoch')[1]?.train;
    expect(epoch?.losses['cross-entropy']).toBeCloseTo(
      pooled((i) => batches[i]?.loss ?? NaN),
      6,
    );
    expect(epoch?.accuracy).toBeCloseTo(
      pooled((i) => batches[i]?.accuracy ?? NaN),
      6,
    );
  });
});

function expectStatistics(measured: LayerStatistics | undefined, expected: LayerStatistics): void {
  for (const key of ['norm', 'maxNorm', 'std', 'zeroFraction', 'updateRatio'] as const) {
    const difference = Math.abs((measured?.[key] ?? NaN) - expected[key]);
    expect(difference, key).toBeLessThanOrEqual(2e-5 * expected[key]);
  }
  expect(Math.abs((measured?.mean ?? NaN) - expected.mean)).toBeLessThan(1e-5 * expected.std);
}

function norm(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
