import { describe, expect, test } from 'vitest';
import { losses, lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import { models, modelNames } from '../../../src/experiment/models/catalogue.ts';
import { oneHot } from '../../../src/training/batches.ts';
import { lossGradient } from '../../../src/training/loss-gradient.ts';
import { Network } from '../../../src/training/network.ts';
import { seeded } from '../../../src/training/random.ts';
import { backends } from '../training/backends.ts';
import { centralDifference } from './central-difference.ts';
import { cnnLogitsInDouble } from './cnn-in-double.ts';
import { logitsInDouble, type Activation, type Layers } from './dense-in-double.ts';

const input = { height: 2, width: 3, channels: 1, classes: 3 };
const count = 4;
const random = seeded(11);
const images = Float32Array.from({ length: count * 6 }, () => random.uniform());
const labels = Uint8Array.of(0, 2, 1, 2);

type Logits = (layers: Layers) => Float64Array;

const chain =
  (activation: Activation): Logits =>
  (layers) =>
    logitsInDouble(layers, images, count, activation);

const inDouble: Record<keyof typeof models, Logits> = {
  'softmax-regression': chain(Math.abs),
  mlp: chain((x) => Math.max(x, 0)),
  'deep-sigmoid-mlp': chain((x) => 1 / (1 + Math.exp(-x))),
  cnn: (layers) => cnnLogitsInDouble(layers, images, count, input),
};

describe.each(backends)('on $name', (backend) => {
  describe.each(modelNames)('the gradient of %s', (model) => {
    test.each(lossNames)('with %s is that of finite differences', async (name) => {
      await backend.activate();
      const network = new Network(models[model], input, backend, seeded(5), 0);
      const before = valuesOf(network);
      const batch = { count, images, labels };
      // A step of SGD at rate 1 is the gradient itself, up to the rounding of the weights.
      const gradient = lossGradient(losses[name], oneHot(labels, input.classes), 1 / count);
      network.step(batch, gradient, { name: 'sgd', rate: 1 });
      const after = valuesOf(network);
      network.dispose();
      const loss = (layers: Layers): number => meanLoss(name, inDouble[model](layers));
      expectGradient(before, after, loss);
    });

    test('begins at the logits that double precision gives', async () => {
      await backend.activate();
      const network = new Network(models[model], input, backend, seeded(5), 0);
      const logits = network.predict({ count, images, labels });
      const expected = inDouble[model](valuesOf(network));
      network.dispose();
      expect(logits).toHaveLength(count * input.classes);
      logits.forEach((z, i) => expect(z).toBeCloseTo(expected[i] ?? NaN, 5));
    });
  });
});

function valuesOf({ layers }: Network): Layers {
  return layers.map(({ weights, bias }) => ({
    weights: Float64Array.from(weights.tensor.dataSync()),
    bias: Float64Array.from(bias.tensor.dataSync()),
  }));
}

function meanLoss(name: keyof typeof losses, logits: Float64Array): number {
  const prediction = new Prediction(input.classes);
  return labels.reduce((sum, label, i) => {
    prediction.fill(logits, i * input.classes, label);
    return sum + losses[name].value(prediction) / count;
  }, 0);
}

/** Every bias, and weights here and there, of every layer. */
function expectGradient(before: Layers, after: Layers, loss: (layers: Layers) => number): void {
  before.forEach((layer, l) => {
    for (const part of ['weights', 'bias'] as const) {
      const values = layer[part];
      for (let i = 0; i < values.length; i += Math.ceil(values.length / 40)) {
        const measured = (values[i] ?? NaN) - (after[l]?.[part][i] ?? NaN);
        const expected = centralDifference(values, i, () => loss(before));
        expect(Math.abs(measured - expected)).toBeLessThan(2e-7 + 1e-5 * Math.abs(expected));
      }
    }
  });
}
