import { count as countOf, message } from '../../l10n.ts';
import { datasets, type DatasetName } from './catalogue.ts';
import {
  datasetFiles,
  eachPart,
  type Dataset,
  type DatasetBytes,
  type DatasetFiles,
  type DatasetImages,
  type DatasetPart,
  type LabelledImages,
  type TrainingData,
} from './dataset.ts';
import { DatasetError, parseIdx } from './idx.ts';

/** Gzip bytes → plain bytes; throws or rejects if they are damaged. */
export type Gunzip = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/**
 * The images of a data set: unpacked and checked from its `bytes`, or generated if it has no files.
 * @param bytes null for a set without files
 * @throws DatasetError if a file is damaged or is not what the catalogue says
 */
export async function loadDataset(
  name: DatasetName,
  bytes: DatasetBytes | null,
  gunzip: Gunzip = gunzipByStream,
): Promise<TrainingData> {
  const dataset: Dataset = datasets[name];
  const classes = dataset.classLabels.length;
  if (dataset.files === null) return { classes, ...dataset.generate() };
  if (bytes === null) throw new Error(`${name} cannot be loaded without its files`);
  const stored = await openImages(dataset.files, bytes, gunzip);
  return { classes, ...(dataset.compose?.(stored) ?? stored) };
}

async function openImages(
  files: DatasetFiles,
  bytes: DatasetBytes,
  gunzip: Gunzip,
): Promise<DatasetImages> {
  const open = (part: DatasetPart): Promise<DataFile> => openFile(files, part, bytes[part], gunzip);
  const { trainImages, trainLabels, validationImages, validationLabels } = await eachPart(open);
  return {
    train: labelledImages(files, files.trainCount, trainImages, trainLabels),
    validation: labelledImages(files, files.validationCount, validationImages, validationLabels),
  };
}

interface DataFile {
  /** For messages. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

async function openFile(
  { folder }: DatasetFiles,
  part: DatasetPart,
  compressed: Uint8Array,
  gunzip: Gunzip,
): Promise<DataFile> {
  const path = `media/datasets/${folder}/${datasetFiles[part]}`;
  try {
    return { path, bytes: await gunzip(compressed) };
  } catch (cause) {
    throw new DatasetError(path, message('it is damaged or cut off.'), { cause });
  }
}

/** Every platform has it; Node's own zlib takes a fifth of its time. */
async function gunzipByStream(bytes: Uint8Array): Promise<Uint8Array> {
  // The copy is for the types: a stream takes no view of shared memory.
  const stream = new Blob([new Uint8Array(bytes)]).stream();
  const plain = stream.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

function labelledImages(
  { height, width, classes, white }: DatasetFiles,
  count: number,
  images: DataFile,
  labels: DataFile,
): LabelledImages {
  const pixels = readArray(images, [count, height, width]);
  const classOf = readArray(labels, [count]);
  checkLabels(classOf, classes, labels.path);
  const size = { count, height, width, channels: 1, labelsPerImage: 1 };
  return { ...size, pixels: scaled(pixels, white), labels: classOf };
}

function readArray(file: DataFile, expected: readonly number[]): Uint8Array {
  const { shape, data } = parseIdx(file.bytes, file.path);
  if (shape.join() !== expected.join()) {
    const problem = message('it holds an array of {actual} instead of {expected}.', {
      actual: shape.join(' × '),
      expected: expected.join(' × '),
    });
    throw new DatasetError(file.path, problem);
  }
  return data;
}

function checkLabels(labels: Uint8Array, classes: number, path: string): void {
  const index = labels.findIndex((label) => label >= classes);
  if (index === -1) return;
  const problem = message('its label {label} at position {index} is not in 0..{last}.', {
    label: countOf(labels[index] ?? NaN),
    index: countOf(index),
    last: countOf(classes - 1),
  });
  throw new DatasetError(path, problem);
}

/** 0..white → 0..1. */
function scaled(pixels: Uint8Array, white: number): Float32Array {
  const values = new Float32Array(pixels.length);
  // Float32Array.from with a function takes twenty times as long, and a person waits for this.
  for (let i = 0; i < values.length; i++) values[i] = (pixels[i] ?? 0) / white;
  return values;
}
