import type { Message } from '../../l10n.ts';
import type { Task } from '../models/model.ts';

/** A set of labelled images. */
export type Dataset = StoredDataset | GeneratedDataset;

interface DatasetFacts extends ImageSet {
  readonly label: Message;
  /** A sentence that helps to choose it. */
  readonly use: Message;
  readonly task: Task;
  readonly classLabels: readonly Message[];
  /** Of the classes that are recognised without having been trained on, for the task of recognition. */
  readonly heldOutLabels?: readonly Message[];
  readonly licence: string;
  readonly source: string;
}

/** One that lies in files, or is composed when it is loaded of images that do. */
export interface StoredDataset extends DatasetFacts {
  readonly files: DatasetFiles;
  /** The images of the set from those in the files, where these are not they. */
  readonly compose?: (from: DatasetImages) => DatasetImages;
}

/** One without files, the same every time that it is made. */
export interface GeneratedDataset extends DatasetFacts {
  readonly files: null;
  readonly generate: () => DatasetImages;
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
  /** The greatest value of a pixel, which becomes 1. */
  readonly white: number;
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

export interface DatasetImages {
  readonly train: LabelledImages;
  readonly validation: LabelledImages;
  /** Of classes that are in neither part, with labels of their own from 0 on. */
  readonly heldOut?: LabelledImages;
}

export interface TrainingData extends DatasetImages {
  readonly classes: number;
  /** Where no catalogue has them. */
  readonly classNames?: readonly string[];
}
