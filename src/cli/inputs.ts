import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LossLabError } from '../error.ts';
import { datasets, type DatasetName } from '../experiment/datasets/catalogue.ts';
import { datasetFiles, eachPart, type TrainingData } from '../experiment/datasets/dataset.ts';
import { loadDataset } from '../experiment/datasets/load.ts';
import { message } from '../l10n.ts';
import type { WasmBinaries } from '../protocol.ts';

/** @throws LossLabError if a file is missing or damaged */
export async function readData(root: string, name: DatasetName): Promise<TrainingData> {
  const { folder } = datasets[name].files;
  const bytes = await eachPart((part) =>
    read(path.join(root, 'media', 'datasets', folder, datasetFiles[part])),
  );
  return loadDataset(name, bytes);
}

/** @throws LossLabError if a file is missing */
export async function readWasm(root: string): Promise<WasmBinaries> {
  const [tfjs, kernels] = await Promise.all([
    read(path.join(root, 'dist', 'tfjs-backend-wasm-simd.wasm')),
    read(path.join(root, 'dist', 'kernels.wasm')),
  ]);
  return { tfjs, kernels };
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const reason = message('{file} cannot be read. Build Loss Lab again to restore it.', { file });
    throw new LossLabError(reason, { cause });
  }
}
