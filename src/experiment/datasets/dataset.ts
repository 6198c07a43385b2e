import type { Message } from '../../l10n.ts';

/** A set of labelled greyscale images under `media/datasets/<name>/`, as gzip IDX files. */
export interface Dataset {
  readonly label: Message;
  readonly classLabels: readonly Message[];
  readonly height: number;
  readonly width: number;
  readonly trainCount: number;
  readonly validationCount: number;
  readonly licence: string;
  readonly source: string;
}

/** The files of a data set, by the part that each holds. */
export const datasetFiles = {
  trainImages: 'train-images-idx3-ubyte.gz',
  trainLabels: 'train-labels-idx1-ubyte.gz',
  validationImages: 'validation-images-idx3-ubyte.gz',
  validationLabels: 'validation-labels-idx1-ubyte.gz',
} as const;

export type DatasetPart = keyof typeof datasetFiles;

/** The same done to every part, all at once. */
export async function eachPart<T>(
  of: (part: DatasetPart) => Promise<T>,
): Promise<Record<DatasetPart, T>> {
  const [trainImages, trainLabels, validationImages, validationLabels] = await Promise.all([
    of('trainImages'),
    of('trainLabels'),
    of('validationImages'),
    of('validationLabels'),
  ]);
  return { trainImages, trainLabels, validationImages, validationLabels };
}

/** The bytes of each file as they lie on disk, still compressed. */
export type DatasetBytes = Readonly<Record<DatasetPart, Uint8Array>>;

/** Images of one part: values in 0..1, [count, height, width, channels]; a label a byte. */
export interface LabelledImages {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** count · height · width · channels values. */
  readonly pixels: Float32Array;
  /** count class indices. */
  readonly labels: Uint8Array;
}

export interface TrainingData {
  readonly classes: number;
  readonly train: LabelledImages;
  readonly validation: LabelledImages;
}
