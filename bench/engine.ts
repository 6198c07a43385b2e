/* What the benches take of the engine, in a bundle of its own: they run it in their own thread. */
export * as tf from '@tensorflow/tfjs-core';
export { loadDataset } from '../src/experiment/datasets/load.ts';
export { randomStreams, seeded } from '../src/experiment/random.ts';
export { startHelper } from '../src/platform/node/helper-thread.ts';
export { cpuBackend } from '../src/training/backend/cpu.ts';
export { createWasmBackend } from '../src/training/backend/wasm.ts';
export { Batches } from '../src/training/batches.ts';
export { parametersOf } from '../src/training/layer.ts';
export { updateRule } from '../src/training/update-rule.ts';
export { networkOf } from './network.ts';
