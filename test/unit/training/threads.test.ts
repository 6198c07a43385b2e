import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { models, modelNames, type ModelName } from '../../../src/experiment/models/catalogue.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { startHelper } from '../../../src/platform/node/helper-thread.ts';
import type { Team } from '../../../src/training/backend/team.ts';
import { createWasmBackend } from '../../../src/training/backend/wasm.ts';
import { parametersOf } from '../../../src/training/layer.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { binaries } from './backends.ts';
import { networkOf } from './network-of.ts';

const backend = await createWasmBackend(binaries, startHelper(path.resolve('out/test/worker.cjs')));
const { team }: { readonly team: Team } = backend.host;

afterAll(() => team.dispose());

// Enough images that each kernel has parts for several threads, and an odd number of them.
const count = 37;
const side = 16;
const steps = 6;

/** All weights and losses of a short training; `threads` says how many before each step. */
async function trained(
  name: ModelName,
  threads: (step: number) => number,
): Promise<readonly number[]> {
  await backend.activate();
  const { task } = models[name];
  const random = seeded(1);
  const images = Float32Array.from({ length: count * side * side }, () => random.uniform());
  const rows = task === 'segmentation' ? count * side * side : count;
  const labels = Uint8Array.from({ length: rows }, () => random.below(3));
  const input = { height: side, width: side, channels: 1, classes: 3 };
  const network = networkOf(backend, { model: name, input, slots: 2, seed: 2 });
  const numbers: number[] = [];
  for (let step = 1; step <= steps; step++) {
    backend.setThreads(threads(step));
    // Every other step is clipped, and decays the weights.
    const extras = step % 2 ? {} : { clipNorm: 0.01, weightDecay: 0.01, l1: 0.001 };
    const optimizer = wholeOptimizer({ name: 'adam', learningRate: 0.01, ...extras });
    const rule = updateRule(optimizer, step, steps, 1);
    const { measured, layers, clipping } = network.step({ count, images, labels }, rule);
    const sums = layers.flatMap(({ tensors }) => tensors.map((t) => t.gradientSquares));
    numbers.push(...measured.rulers.sums, ...sums, clipping?.norm ?? 0);
  }
  const tensors = network.layers.flatMap((layer) =>
    parametersOf(layer).map(({ tensor }) => tensor),
  );
  for (const tensor of tensors) numbers.push(...tensor.dataSync());
  network.dispose();
  return numbers;
}

describe.each(modelNames)('%s', (name) => {
  test('trains to the same bits with one, two and three threads, and with a changing number', async () => {
    const alone = await trained(name, () => 1);
    expect(alone.every(Number.isFinite)).toBe(true);
    expect(await trained(name, () => 2)).toEqual(alone);
    expect(await trained(name, () => 3)).toEqual(alone);
    expect(await trained(name, (step) => 1 + (step % 3))).toEqual(alone);
  });
});

test('the helpers do take part', async () => {
  const before = team.helped;
  // On a machine that is busy otherwise they may come late.
  const until = performance.now() + 60_000;
  while (team.helped === before && performance.now() < until) await trained('cnn', () => 2);
  expect(team.helped).toBeGreaterThan(before);
}, 120_000);
