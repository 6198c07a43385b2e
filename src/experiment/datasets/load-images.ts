import type { DatasetBytes, TrainingData } from './dataset.ts';
import type { DatasetSpec } from './dataset-spec.ts';
import { loadDataset, type Gunzip } from './load.ts';
import type { FileSource } from './own/file-source.ts';
import { readOwnData } from './own/read-own-data.ts';
import type { Reading } from './own/reading.ts';

/** Where images come from, as far as a platform has it. */
export interface ImageSource extends Reading {
  /** Of the catalogue's data set; null where that has no files. */
  readonly bytes: DatasetBytes | null;
  /** Of the machine, for a person's own data. */
  readonly files: FileSource;
  readonly gunzip?: Gunzip;
}

/**
 * The images of a spec, as they are before any change.
 * @throws LossLabError if they cannot be read; ReadingCancelled
 */
export async function loadImages(
  { name, own }: DatasetSpec,
  { bytes, files, ...reading }: ImageSource,
): Promise<TrainingData> {
  if (name !== 'own') return loadDataset(name, bytes, reading.gunzip);
  if (own === null) throw new Error('Own data without a place');
  return readOwnData(own, files, reading);
}
