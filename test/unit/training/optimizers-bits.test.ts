import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { optimizers } from '../../../src/experiment/optimizers/catalogue.ts';
import { optimizerSpec } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { crc32c } from '../../../src/run/log/crc32c.ts';
import { updateRule } from '../../../src/training/update-rule.ts';
import { backends } from './backends.ts';

const size = 9001;

/**
 * Of the weights after 20 steps, as the optimizers took them before there were penalties, clipping and
 * schedules: a run of then, trained anew, gives the figures that it gave.
 */
const checksums: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wasm: { sgd: 'b643297b', momentum: 'a65cce7a', adam: 'a4682154' },
  cpu: { sgd: 'b643297b', momentum: '8baf6613', adam: '7408b9f4' },
};

describe.each(backends)('on $name', (backend) => {
  test.each(['sgd', 'momentum', 'adam'] as const)('%s steps to the same bits', async (name) => {
    await backend.activate();
    const random = seeded(7);
    const draw = (): Float32Array =>
      Float32Array.from({ length: size }, () => random.uniform() - 0.5);
    const parameter = backend.parameter(draw(), [size], optimizers[name].slots);
    const optimizer = { ...optimizerSpec(name), learningRate: 0.02 };
    for (let step = 1; step <= 20; step++) {
      const rule = updateRule(optimizer, step, 20, 1);
      parameter.step(tf.tensor1d(draw()), rule, { clip: 1, ...rule.penalties });
    }
    const weights = parameter.tensor.dataSync<'float32'>();
    const bytes = new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
    expect(crc32c(bytes).toString(16)).toBe(checksums[backend.name]?.[name]);
    parameter.dispose();
  });
});
