import * as tf from '@tensorflow/tfjs-core';
import type { ModelName } from '../../../src/experiment/models/catalogue.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { eventsOf } from './agreement.ts';
import { webgl } from './backends.ts';
import { specFor } from './data.ts';

/** What the device holds at the ends of the last epochs, and more tensors than before after the end. */
export async function heldOverSteps(model: ModelName): Promise<{ held: string[]; left: number }> {
  const backend = await webgl();
  await backend.activate();
  const before = tf.memory().numTensors;
  const held: string[] = [];
  const optimizer = wholeOptimizer({ name: 'adam', learningRate: 0.01, clipNorm: 1 });
  await eventsOf(specFor(model, { optimizer, epochs: 12 }), backend, (event) => {
    if (event.type !== 'evaluation' || event.epoch < 4) return;
    const { numTensors, numDataBuffers, numBytes } = tf.memory();
    const gpu = backend.device.context.backend.memory();
    held.push(
      [numTensors, numDataBuffers, numBytes, gpu.numBytesInGPU, gpu.numBytesInGPUAllocated].join(),
    );
  });
  return { held, left: tf.memory().numTensors - before };
}
