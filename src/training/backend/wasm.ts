import * as tf from '@tensorflow/tfjs-core';
import '../gradients.ts';
import type { WasmBinaries } from '../../protocol.ts';
import type { Backend } from './backend.ts';
import { registerConvolution } from './convolution.ts';
import { registerColumnSums, registerRelu } from './elementwise.ts';
import { registerIdentity } from './identity.ts';
import { instantiateKernels } from './kernels.ts';
import { registerMatMul } from './mat-mul.ts';
import { registerPooling } from './pooling.ts';
import { WasmHost } from './wasm-host.ts';
import { instantiateTfjs } from './wasm-module.ts';
import { WasmParameter } from './wasm-parameter.ts';

/**
 * tfjs's wasm backend with our kernels in its memory; one of them a process, as tfjs keeps it.
 * @throws WebAssembly.CompileError if a module is damaged or needs what this host lacks
 */
export async function createWasmBackend(binaries: WasmBinaries): Promise<Backend> {
  const { backend, memory } = await instantiateTfjs(copy(binaries.tfjs));
  const kernels = await instantiateKernels(copy(binaries.kernels), memory);
  const host = new WasmHost(backend, memory, kernels);
  tf.removeBackend('wasm');
  tf.registerBackend('wasm', () => backend);
  registerIdentity(backend);
  registerMatMul(host);
  registerConvolution(host);
  registerPooling(host);
  registerRelu(host);
  registerColumnSums(host);
  return {
    name: 'wasm',
    activate: async () => {
      tf.enableProdMode();
      await tf.setBackend('wasm');
    },
    parameter: (values, shape, slots) => new WasmParameter(host, values, shape, slots),
  };
}

/** For the types: bytes that came by a message might lie in shared memory. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
