import type { WasmBinaries } from '../../protocol.ts';
import type { Backend } from './backend.ts';
import { cpuBackend } from './cpu.ts';
import { createWasmBackend } from './wasm.ts';

/** The fastest backend that this host runs: wasm where it has SIMD, otherwise plain JavaScript. */
export async function createBackend(binaries: WasmBinaries): Promise<Backend> {
  const hasSimd = WebAssembly.validate(new Uint8Array(binaries.kernels));
  return hasSimd ? createWasmBackend(binaries) : cpuBackend;
}
