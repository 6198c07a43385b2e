import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { WasmBinaries } from '../../../src/protocol.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { cpuBackend } from '../../../src/training/backend/cpu.ts';
import { createWasmBackend } from '../../../src/training/backend/wasm.ts';

const tfjsFolder = path.dirname(
  createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'),
);

export const binaries: WasmBinaries = {
  tfjs: readFileSync(path.join(tfjsFolder, 'tfjs-backend-wasm-simd.wasm')),
  kernels: readFileSync('out/test/kernels.wasm'),
};

/** Both backends of the trainer; tfjs keeps one of each a process. */
export const wasm = await createWasmBackend(binaries);
export const backends: readonly Backend[] = [wasm, cpuBackend];
