import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import { train } from '../../../src/training/trainer.ts';
import { backends } from './backends.ts';
import { eventsOf, only, tinyData, tinySpec } from './tiny.ts';

describe.each(backends)('on $name', (backend) => {
  test('tells a run from its start to its end, in order', async () => {
    const events = await eventsOf(tinySpec('cross-entropy'), backend);
    const epoch = [...Array<string>(5).fill('batch'), 'gradients', 'epoch', 'evaluation'];
    expect(events.map(({ type }) => type)).toEqual([
      ...['started', 'epoch', 'evaluation', 'batch', 'gradients'],
      ...[...epoch.slice(1), ...epoch, 'finished'],
    ]);
    expect(only(events, 'batch').map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(only(events, 'epoch').map(({ epoch: n, step }) => [n, step])).toEqual([[0, 0], [1, 5], [2, 10]]); // prettier-ignore
    expect(only(events, 'gradients').map(({ window }) => window)).toEqual(['first-step', 'epoch', 'epoch']); // prettier-ignore
    expect(only(events, 'started')[0]?.setting).toEqual({
      layers: [
        { name: 'dense-1', weights: 9 * 128 },
        { name: 'dense-2', weights: 128 * 3 },
      ],
      classes: 3,
      trainCount: 22,
      validationCount: 10,
      stepsPerEpoch: 5,
      backend: backend.name,
    });
    expect(events.at(-1)).toMatchObject({ type: 'finished', step: 10, outcome: 'completed' });
  });

  test('rounds every measured number to float32', async () => {
    const spec = tinySpec('mean-squared-error', { model: modelSpec('softmax-regression') });
    const numbers = numbersIn(await eventsOf(spec, backend));
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.filter((x) => Math.fround(x) !== x)).toEqual([]);
  });

  test('gives the same run, to the bit, for the same seed, and another for another', async () => {
    const numbersOf = async (seed: number): Promise<number[]> =>
      numbersIn(await eventsOf(tinySpec('cross-entropy', { seed }), backend));
    const first = await numbersOf(1);
    expect(await numbersOf(1)).toEqual(first);
    expect(await numbersOf(2)).not.toEqual(first);
  });

  test('holds as many tensors and bytes after every step as after the first', async () => {
    const before = tf.memory().numTensors;
    const held: string[] = [];
    const spec = tinySpec('cross-entropy', {
      optimizer: wholeOptimizer({ name: 'adam', learningRate: 0.01 }),
    });
    for await (const { type } of train(spec, tinyData, new TrainingControl(), backend)) {
      const { numTensors, numDataBuffers, numBytes } = tf.memory();
      if (type === 'batch') held.push([numTensors, numDataBuffers, numBytes].join());
    }
    expect(new Set(held).size).toBe(1);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('frees everything when the iteration is broken off', async () => {
    await backend.activate();
    const before = tf.memory();
    for await (const { type } of train(
      tinySpec('cross-entropy'),
      tinyData,
      new TrainingControl(),
      backend,
    )) {
      if (type === 'batch') break;
    }
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numBytes).toBe(before.numBytes);
  });
});

test('wasm and cpu train alike', async () => {
  const spec = tinySpec('cross-entropy', {
    optimizer: wholeOptimizer({ name: 'momentum', learningRate: 0.05 }),
  });
  const runs: number[][] = [];
  for (const backend of backends) {
    runs.push(only(await eventsOf(spec, backend), 'batch').map(({ loss }) => loss));
  }
  const [wasm = [], cpu = []] = runs;
  expect(wasm).toHaveLength(10);
  wasm.forEach((loss, i) => expect(loss).toBeCloseTo(cpu[i] ?? NaN, 5));
});

/** All that is measured, without times and speed. */
function numbersIn(events: readonly RunEvent[]): number[] {
  const numbers: number[] = [];
  JSON.stringify(events, (key, value: unknown) => {
    if (key === 'wallTime' || key === 'imagesPerSecond') return undefined;
    if (typeof value === 'number') numbers.push(value);
    return value;
  });
  return numbers;
}
