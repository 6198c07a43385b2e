import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LossLabError } from '../error.ts';
import { datasets } from '../experiment/datasets/catalogue.ts';
import type { DatasetSpec } from '../experiment/datasets/dataset-spec.ts';
import {
  datasetFiles,
  eachPart,
  type DatasetBytes,
  type TrainingData,
} from '../experiment/datasets/dataset.ts';
import { loadImages } from '../experiment/datasets/load-images.ts';
import type { Reading } from '../experiment/datasets/own/reading.ts';
import { message } from '../l10n.ts';
import { NodeFileSource } from '../platform/node/file-source.ts';
import type { WasmBinaries } from '../protocol.ts';

/** @throws LossLabError if a file is missing or damaged; ReadingCancelled */
export async function readData(
  root: string,
  dataset: DatasetSpec,
  reading: Reading,
): Promise<TrainingData> {
  const files = new NodeFileSource(process.cwd());
  return loadImages(dataset, { ...reading, bytes: await readFiles(root, dataset.name), files });
}

/** Null for a data set without files. */
async function readFiles(root: string, name: DatasetSpec['name']): Promise<DatasetBytes | null> {
  const files = name === 'own' ? null : datasets[name].files;
  if (files === null) return null;
  return eachPart((part) =>
    read(path.join(root, 'media', 'datasets', files.folder, datasetFiles[part])),
  );
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
