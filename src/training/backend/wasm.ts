import * as tf from '@tensorflow/tfjs-core';
import '../operations/gradients.ts';
import type { WasmBinaries } from '../../protocol.ts';
import { registerActivations } from './activations.ts';
import type { Backend } from './backend.ts';
import { registerBatchNorm } from './batch-norm.ts';
import { registerConvolution } from './convolution.ts';
import { registerIdentity } from './identity.ts';
import { instantiateKernels } from './kernels.ts';
import { registerLayout } from './layout.ts';
import { lossGradient, measureLosses } from './losses.ts';
import { registerMatMul } from './mat-mul.ts';
import { registerPooling } from './pooling.ts';
import { registerColumnSums } from './reductions.ts';
import { allocate } from './scratch.ts';
import { withSharedMemory } from './shared-memory.ts';
import { taskBytes } from './task.ts';
import { Team, type StartHelper } from './team.ts';
import { WasmHost } from './wasm-host.ts';
import { instantiateTfjs } from './wasm-module.ts';
import { WasmAverage, WasmParameter } from './wasm-parameter.ts';

/** The backend, and what of it the tests and benches look into. */
export interface WasmBackend extends Backend {
  readonly host: WasmHost;
}

/**
 * tfjs's wasm backend with our kernels in its memory; one of them a process, as tfjs keeps it.
 * @param startHelper where threads can be started that share memory
 * @throws WebAssembly.CompileError if a module is damaged or needs what this host lacks
 */
export async function createWasmBackend(
  binaries: WasmBinaries,
  startHelper?: StartHelper,
): Promise<WasmBackend> {
  const host = await createHost(binaries, startHelper);
  tf.removeBackend('wasm');
  tf.registerBackend('wasm', () => host.backend);
  registerAll(host);
  return {
    name: 'wasm',
    host,
    activate: async () => {
      tf.enableProdMode();
      await tf.setBackend('wasm');
    },
    parameter: (values, shape, slots) => new WasmParameter(host, values, shape, slots),
    average: (count, value) => new WasmAverage(host, count, value),
    lossGradient: (name, logits, labels, factor) =>
      lossGradient(host, name, logits, labels, factor),
    measureLosses: (logits, labels, kept) => measureLosses(host, logits, labels, kept),
    setThreads: (count) => host.team.setThreads(count),
  };
}

async function createHost(
  binaries: WasmBinaries,
  startHelper: StartHelper | undefined,
): Promise<WasmHost> {
  const prepare = startHelper ? withSharedMemory : copy;
  const [{ backend, memory }, module] = await Promise.all([
    instantiateTfjs(prepare(binaries.tfjs)),
    WebAssembly.compile(prepare(binaries.kernels)),
  ]);
  const kernels = instantiateKernels(module, memory);
  if (!startHelper) return new WasmHost(backend, memory, kernels, new Team(kernels));
  const task = allocate(backend, taskBytes + 64);
  const aligned = Math.ceil(task / 64) * 64;
  new Uint8Array(memory.buffer, aligned, taskBytes).fill(0);
  const team = new Team(kernels, { start: startHelper, module, memory, task: aligned });
  return new WasmHost(backend, memory, kernels, team);
}

function registerAll(host: WasmHost): void {
  registerIdentity(host.backend);
  registerMatMul(host);
  registerConvolution(host);
  registerPooling(host);
  registerBatchNorm(host);
  registerActivations(host);
  registerColumnSums(host);
  registerLayout(host);
}

/** For the types: bytes that came by a message might lie in shared memory. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
