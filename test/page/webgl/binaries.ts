import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildKernels } from '../../../kernels/build.mjs';

/** Into a folder that is served: what a worker computes with on the processor. */
export async function writeBinaries(folder: string): Promise<void> {
  await buildKernels(path.join(folder, 'kernels.wasm'));
  const tfjs = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  const simd = path.join(path.dirname(tfjs), 'tfjs-backend-wasm-simd.wasm');
  await copyFile(simd, path.join(folder, 'tfjs.wasm'));
}
