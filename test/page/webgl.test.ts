import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lossNames, rulerNames } from '../../src/experiment/losses/catalogue.ts';
import { optimizerNames } from '../../src/experiment/optimizers/catalogue.ts';
import { wholeOptimizer } from '../../src/experiment/optimizers/optimizer-spec.ts';
import { startWebglWorker, type WebglWorker } from './webgl/harness.ts';

let worker: WebglWorker;
beforeAll(async () => void (worker = await startWebglWorker()));
afterAll(() => worker.close());

/** What float32 in another order of the sums may differ by, as a share of the largest value. */
const rounding = 2e-5;

describe('in a Web Worker, against the backend in plain JavaScript', () => {
  test('each operation of a model gives the same logits and gradients, on odd sizes', async () => {
    for (const name of await worker.call('adHocModels')) {
      const { forward, backward } = await worker.call('compareModel', name);
      expect.soft(forward, `${name}, forward`).toBeLessThan(rounding);
      expect.soft(backward, `${name}, backward`).toBeLessThan(rounding);
    }
  });

  test.each(optimizerNames)('%s moves weights and its slots alike', async (name) => {
    for (const size of [1, 37, 1003]) {
      expect(await worker.call('compareUpdate', name, size)).toBeLessThan(2e-6);
    }
  });

  test.each([1, 1e-3, 1e-25, 1e25])('sums of gradients of size %d agree', async (scale) => {
    for (const size of [1, 255, 257, 70_001]) {
      const { gradientZeros, count, ...sums } = await worker.call('compareSums', size, scale);
      expect([count, gradientZeros]).toEqual([0, 0]);
      for (const [name, sum] of Object.entries(sums)) {
        expect.soft(sum, `${name} of ${size}`).toBeLessThan(2e-6);
      }
    }
  });

  test.each([7, 1025, 5000])(
    'the histogram of %d gradients is the same count by count',
    async (size) => {
      expect(await worker.call('compareHistogram', size)).toBe(0);
    },
  );

  test.each([1, 8, 50])(
    'the rulers of logits of size %d agree with double precision',
    async (scale) => {
      for (const [images, perImage] of [
        [1, 1],
        [13, 1],
        [3, 35],
        [2, 300],
      ] as const) {
        const { correct, sums, each } = await worker.call('compareRulers', images, perImage, scale);
        expect(correct).toBe(0);
        sums.forEach((sum, i) => expect.soft(sum, rulerNames[i]).toBeLessThan(2e-6));
        expect(each).toBeLessThan(2e-6);
      }
    },
  );

  test.each(lossNames)('the gradient of %s agrees', async (name) => {
    expect(await worker.call('compareLossGradient', name, 1)).toBeLessThan(rounding);
    // Where most are sure, what is left of a gradient is a difference of numbers near 1.
    expect(await worker.call('compareLossGradient', name, 30)).toBeLessThan(10 * rounding);
  });
});

describe('50 steps from the same weights on the same batches', () => {
  test.each(['mlp', 'cnn', 'resnet', 'unet'] as const)(
    '%s goes down the curve of the wasm kernels',
    async (model) => {
      const agreement = await worker.call('agree', model);
      const { outlines, batches, rulers, gradients, hardest, doubted, units } = agreement;
      expect(outlines[0]).toEqual(outlines[1]);
      expect.soft(batches).toBeLessThan(1e-4);
      expect.soft(rulers).toBeLessThan(1e-4);
      expect.soft(gradients).toBeLessThan(1e-3);
      expect.soft(hardest).toBeLessThan(0.02);
      expect.soft(doubted).toBeLessThan(1e-3);
      expect.soft(units).toBe(0);
    },
  );

  test.each([
    ['mlp', 'focal', { name: 'adam', learningRate: 0.01, clipNorm: 0.5, weightDecay: 0.001 }],
    ['mlp', 'hinge', { name: 'rmsprop', learningRate: 0.002 }],
    ['unet', 'cross-entropy-dice', { name: 'momentum', learningRate: 0.01 }],
  ] as const)(
    '%s with %s, by another optimizer, goes down the curve too',
    async (model, loss, how) => {
      const optimizer = wholeOptimizer(how);
      const epochs = model === 'mlp' ? 10 : 3;
      const { outlines, batches } = await worker.call('agree', model, { optimizer, epochs }, loss);
      expect(outlines[0]).toEqual(outlines[1]);
      expect(batches).toBeLessThan(1e-3);
    },
  );

  test('at a rate that no training survives, both end with the same step', async () => {
    const [device, kernels] = await worker.call('divergeAlike', 'mlp');
    expect(device).toEqual(kernels);
    expect(device.at(-1)).toMatch(/finished \d+ diverged/);
  });
});

test.each(['mlp', 'resnet'] as const)(
  '%s: the device holds as much after every epoch',
  async (model) => {
    const { held, allocated, left } = await worker.call('heldOverSteps', model);
    expect(held).toHaveLength(9);
    expect(new Set(held).size).toBe(1);
    // How many results wait to be read is a matter of time; 8 do at most, of less than 1 KB each.
    expect(Math.max(...allocated) - Math.min(...allocated)).toBeLessThanOrEqual(8 * 1024);
    expect(left).toBe(0);
  },
);
