import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { modelNames } from '../../../src/experiment/models/catalogue.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import { train } from '../../../src/training/trainer.ts';
import { wasm } from './backends.ts';
import { tinyDataFor, tinySpec } from './tiny.ts';

describe.each(modelNames)('%s', (name) => {
  test('holds as many tensors and bytes after every step, and the heap does not grow', async () => {
    await wasm.activate();
    const before = tf.memory().numTensors;
    const held: string[] = [];
    const optimizer = wholeOptimizer({ name: 'adam', learningRate: 0.01 });
    const spec = tinySpec('cross-entropy', { model: modelSpec(name), optimizer, epochs: 30 });
    for await (const event of train(spec, tinyDataFor(name), new TrainingControl(), wasm)) {
      if (event.type !== 'batch' || event.step <= 10) continue;
      const { numTensors, numDataBuffers, numBytes } = tf.memory();
      const heap = wasm.host.memory.buffer.byteLength;
      held.push([numTensors, numDataBuffers, numBytes, heap].join());
    }
    expect(held).toHaveLength(140);
    expect(new Set(held).size).toBe(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});
