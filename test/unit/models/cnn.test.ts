import { describe, expect, test } from 'vitest';
import { losses } from '../../../src/experiment/losses/catalogue.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import { cnn } from '../../../src/experiment/models/cnn.ts';
import { weightCount } from '../../../src/experiment/models/model.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { oneHot } from '../../../src/training/batches.ts';
import { lossGradient } from '../../../src/training/loss-gradient.ts';
import { Network } from '../../../src/training/network.ts';
import { seeded } from '../../../src/training/random.ts';
import { backends, wasm } from '../training/backends.ts';
import { eventsOf, tinySpec } from '../training/tiny.ts';
import { centralDifference } from './central-difference.ts';
import { cnnLogitsInDouble } from './cnn-in-double.ts';

test('on images of 28 by 28 it has 20,490 weights and biases', () => {
  const layers = cnn.layers({ height: 28, width: 28, channels: 1, classes: 10 });
  expect(layers.map(weightCount)).toEqual([9 * 16, 9 * 16 * 32, 7 * 7 * 32 * 10]);
  expect(layers.map(({ units }) => units)).toEqual([16, 32, 10]);
  expect(layers.map(({ fanIn }) => fanIn)).toEqual([9, 144, 1568]);
});

// On 8 by 8 pixels the second convolution sees 4 by 4, a tile of Winograd's.
const input = { height: 8, width: 8, channels: 1, classes: 3 };
const labels = Uint8Array.of(2, 0);
const random = seeded(3);
const images = Float32Array.from({ length: 2 * 64 }, () => random.uniform());

describe.each(backends)('on $name', (backend) => {
  test('its gradient is that of finite differences where the kernels go by tiles', async () => {
    await backend.activate();
    const network = new Network(cnn, input, backend, seeded(5), 0);
    const tensors = (): Float64Array[] =>
      network.layers.flatMap(({ weights, bias }) =>
        [weights, bias].map(({ tensor }) => Float64Array.from(tensor.dataSync())),
      );
    const before = tensors();
    const gradient = lossGradient(losses['cross-entropy'], oneHot(labels, 3), 1 / 2);
    network.step({ count: 2, images, labels }, gradient, { name: 'sgd', rate: 1 });
    const after = tensors();
    network.dispose();
    const [w1, b1, w2, b2, w3, b3] = before;
    if (!w1 || !b1 || !w2 || !b2 || !w3 || !b3) throw new Error('Six tensors');
    const layers = [{ weights: w1, bias: b1 }, { weights: w2, bias: b2 }, { weights: w3, bias: b3 }]; // prettier-ignore
    before.forEach((values, t) => {
      const step = values.map((value, i) => value - (after[t]?.[i] ?? NaN));
      // Winograd's error is in proportion to the largest value, not to each.
      const largest = Math.max(...step.map(Math.abs));
      for (let i = 0; i < values.length; i += Math.ceil(values.length / 15)) {
        const expected = centralDifference(values, i, () => meanLoss(layers));
        expect(Math.abs((step[i] ?? NaN) - expected)).toBeLessThan(2e-7 + 1e-5 * largest);
      }
    });
  });
});

test('the same seed gives the same run, to the bit', async () => {
  const spec = tinySpec('cross-entropy', { model: 'cnn', optimizer: { name: 'adam', learningRate: 0.01 } }); // prettier-ignore
  const measured = async (): Promise<unknown[]> => (await eventsOf(spec, wasm)).map(timeless);
  expect(await measured()).toEqual(await measured());
});

function timeless(event: RunEvent): RunEvent {
  const untimed = { ...event, wallTime: 0 };
  return untimed.type === 'epoch' ? { ...untimed, imagesPerSecond: null } : untimed;
}

function meanLoss(layers: Parameters<typeof cnnLogitsInDouble>[0]): number {
  const logits = cnnLogitsInDouble(layers, images, 2, input);
  const prediction = new Prediction(3);
  return labels.reduce((sum, label, i) => {
    return sum + losses['cross-entropy'].value(prediction.fill(logits, i * 3, label)) / 2;
  }, 0);
}
