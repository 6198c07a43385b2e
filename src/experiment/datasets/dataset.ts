import type { Message } from '../../l10n.ts';
import type { Task } from '../models/model.ts';

/** A set of labelled images: one of files, or one composed of another's images when it is loaded. */
export interface Dataset extends ImageSet {
  readonly label: Message;
  readonly task: Task;
  readonly classLabels: readonly Message[];
  readonly licence: string;
  readonly source: string;
  readonly files: DatasetFiles;
  /** The images that are trained on, from those in the files, where these are not they. */
  readonly compose?: (part: 'train' | 'validation', from: LabelledImages) => LabelledImages;
}

/** How many images of what size, greyscale. */
export interface ImageSet {
  readonly height: number;
  readonly width: number;
  readonly trainCount: number;
  readonly validationCount: number;
}

/** Gzip IDX files under `media/datasets/<folder>/`, and what they must hold. */
export interface DatasetFiles extends ImageSet {
  readonly folder: string;
  readonly classes: number;
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

/** Images of one part: values in 0..1, [count, height, width, channels]. */
export interface LabelledImages {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** count · height · width · channels values. */
  readonly pixels: Float32Array;
  /** 1, or height · width where every pixel has a class. */
  readonly labelsPerImage: number;
  /** count · labelsPerImage class indices, pixels row by row. */
  readonly labels: Uint8Array;
}

export interface TrainingData {
  readonly classes: number;
  readonly train: LabelledImages;
  readonly validation: LabelledImages;
}
