import * as tf from '@tensorflow/tfjs-core';
import type { ModelName } from '../../../src/experiment/models/catalogue.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { eventsOf } from './agreement.ts';
import { webgl } from './backends.ts';
import { specFor } from './data.ts';

export interface HeldOverSteps {
  /** What is in use at the ends of the last epochs. */
  readonly held: readonly string[];
  /** Bytes of the textures then, with those that are kept for the next use. */
  readonly allocated: readonly number[];
  /** More tensors than before after the end. */
  readonly left: number;
}

export async function heldOverSteps(model: ModelName): Promise<HeldOverSteps> {
  const backend = await webgl();
  await backend.activate();
  const before = tf.memory().numTensors;
  const held: string[] = [];
  const allocated: number[] = [];
  const optimizer = wholeOptimizer({ name: 'adam', learningRate: 0.01, clipNorm: 1 });
  await eventsOf(specFor(model, { optimizer, epochs: 12 }), backend, (event) => {
    if (event.type !== 'evaluation' || event.epoch < 4) return;
    const { numTensors, numDataBuffers, numBytes } = tf.memory();
    const gpu = backend.device.context.backend.memory();
    held.push([numTensors, numDataBuffers, numBytes, gpu.numBytesInGPU].join());
    allocated.push(gpu.numBytesInGPUAllocated);
  });
  return { held, allocated, left: tf.memory().numTensors - before };
}
