import { readFileSync } from 'node:fs';
import path from 'node:path';
import { datasetFiles, type DatasetBytes } from '../../../src/experiment/datasets/dataset.ts';

/** The files of a folder of `media/datasets`. */
export function shipped(folder: string): DatasetBytes {
  const read = (file: string): Uint8Array =>
    readFileSync(path.join(import.meta.dirname, '../../../media/datasets', folder, file));
  return {
    trainImages: read(datasetFiles.trainImages),
    trainLabels: read(datasetFiles.trainLabels),
    validationImages: read(datasetFiles.validationImages),
    validationLabels: read(datasetFiles.validationLabels),
  };
}
