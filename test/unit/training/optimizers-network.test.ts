import { describe, expect, test } from 'vitest';
import { plainRelu } from '../../../src/experiment/models/model.ts';
import { optimizers } from '../../../src/experiment/optimizers/catalogue.ts';
import { wholeOptimizer, type OptimizerSpec } from '../../../src/experiment/optimizers/optimizer-spec.ts'; // prettier-ignore
import { seeded } from '../../../src/experiment/random.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { parametersOf } from '../../../src/training/layer.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { backends, wasm } from './backends.ts';
import { networkOf } from './network-of.ts';
import { eventsOf, only, tinySpec } from './tiny.ts';

const count = 5;
const input = { height: 8, width: 8, channels: 1, classes: 3 };
const plain = wholeOptimizer({ name: 'sgd', learningRate: 0.1 });

/** A network of convolutions, each with its weights first, and then biases, or γ and β. */
function aNetwork(backend: Backend, batchNorm: boolean, slots = 0) {
  const random = seeded(1);
  const images = Float32Array.from({ length: 64 * count }, () => random.uniform());
  const labels = Uint8Array.from({ length: count }, () => random.below(3));
  const style = { ...plainRelu, batchNorm };
  let weight = 1;
  // The loss counts as much as the test says.
  const weighted: Backend = {
    ...backend,
    lossGradient: (name, logits, of, factor) =>
      backend.lossGradient(name, logits, of, weight * count * factor),
  };
  const network = networkOf(weighted, { model: 'cnn', style, input, slots, seed: 2 });
  return {
    step: (optimizer: OptimizerSpec, factor: number) => {
      weight = factor;
      return network.step({ count, images, labels }, updateRule(optimizer, 1, 1, 1));
    },
    values: () =>
      network.layers.map((layer) =>
        parametersOf(layer).map(({ tensor }) => [...tensor.dataSync()]),
      ),
    end: () => network.dispose(),
  };
}

const norm = (values: readonly number[]): number => Math.hypot(...values);
const change = (from: readonly number[], to: readonly number[]): number[] =>
  from.map((w, i) => w - (to[i] ?? NaN));

describe.each(backends)('on $name', (backend) => {
  test.each([
    wholeOptimizer({ ...plain, weightDecay: 0.5 }),
    wholeOptimizer({ ...plain, l1: 0.5 }),
    wholeOptimizer({ name: 'adamw', learningRate: 0.1, weightDecay: 0.5 }),
  ])(
    'the penalties of $name, λ $weightDecay and λ₁ $l1, move weights and nothing else',
    async (optimizer) => {
      await backend.activate();
      for (const batchNorm of [true, false]) {
        const { slots } = optimizers[optimizer.name];
        const { step, values, end } = aNetwork(backend, batchNorm, slots);
        // Biases and β begin as 0: a step moves them, so that a decay would show.
        if (slots === 0) step(plain, 1);
        const before = values();
        // A loss that counts for nothing leaves the penalties alone to act.
        step(optimizer, 0);
        const after = values();
        end();
        before.forEach(([weights = [], ...others], l) => {
          const [weightsAfter = [], ...othersAfter] = after[l] ?? [];
          expect(othersAfter).toEqual(others);
          expect(others.length).toBeGreaterThan(0);
          const expected = weights.map((w) =>
            optimizer.l1 > 0 ? 0.1 * 0.5 * Math.sign(w) : 0.1 * 0.5 * w,
          );
          change(weights, weightsAfter).forEach((d, i) =>
            expect(d).toBeCloseTo(expected[i] ?? NaN, 6),
          );
        });
      }
    },
  );

  test('clipping shortens the gradient of all parameters together to the limit', async () => {
    await backend.activate();
    const { step, values, end } = aNetwork(backend, true);
    const before = values().flat(2);
    const { layers, clipping } = step({ ...plain, learningRate: 1, clipNorm: 0.25 }, 1);
    const moved = norm(change(before, values().flat(2)));
    end();
    // The statistics are of the gradient as it was.
    const squares = layers.flatMap(({ tensors }) => tensors.map((sums) => sums.gradientSquares));
    const whole = Math.sqrt(squares.reduce((sum, each) => sum + each, 0));
    expect((clipping?.norm ?? NaN) / whole).toBeCloseTo(1, 6);
    expect(whole).toBeGreaterThan(0.25);
    expect(clipping?.factor).toBe(0.25 / (clipping?.norm ?? NaN));
    expect(moved).toBeCloseTo(0.25, 5);
  });

  test('a gradient within the limit stays as it is, and without one nobody measures it', async () => {
    await backend.activate();
    const trained = (clipNorm: number | null) => {
      const { step, values, end } = aNetwork(backend, false);
      const { clipping } = step({ ...plain, clipNorm }, 1);
      const after = values();
      end();
      return { clipping, after };
    };
    const [limited, free] = [trained(1e6), trained(null)];
    expect(limited.clipping?.factor).toBe(1);
    expect(free.clipping).toBeNull();
    expect(limited.after).toEqual(free.after);
  });
});

test('squares that float32 cannot hold are in the norm', async () => {
  await wasm.activate();
  const { step, end } = aNetwork(wasm, false);
  const one = step({ ...plain, clipNorm: 1 }, 1e-25).clipping?.norm ?? NaN;
  end();
  const { step: again, end: endAgain } = aNetwork(wasm, false);
  const other = again({ ...plain, clipNorm: 1 }, 1).clipping?.norm ?? NaN;
  endAgain();
  expect(one / other / 1e-25).toBeCloseTo(1, 5);
});

test('a training follows the schedule of its learning rate', async () => {
  const schedule = { name: 'step', warmUp: 0, every: 1, factor: 1e-30 } as const;
  const spec = tinySpec('cross-entropy', { epochs: 3, optimizer: { ...plain, schedule } });
  const losses = only(await eventsOf(spec, wasm), 'epoch').map(
    ({ validation }) => validation.losses['cross-entropy'],
  );
  expect(losses).toHaveLength(4);
  expect(losses[1]).not.toBe(losses[0]);
  expect(losses.slice(2)).toEqual([losses[1], losses[1]]);
});
