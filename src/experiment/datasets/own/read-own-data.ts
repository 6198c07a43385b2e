import type { TrainingData } from '../dataset.ts';
import { classesOfMasks } from './mask-classes.ts';
import { decodeExamples } from './decode-examples.ts';
import type { Examples } from './examples.ts';
import type { FileSource } from './file-source.ts';
import { openExamples } from './open-examples.ts';
import type { OwnData } from './own-data.ts';
import { Progress, type Reading } from './reading.ts';
import { randomSplit, stratifiedSplit, type Split } from './split.ts';

export interface OwnTrainingData extends TrainingData {
  /** The folder, label or mask value of each class. */
  readonly classNames: readonly string[];
}

/**
 * Reads, decodes and splits a person's own data. The same files and settings give the same bits.
 * @throws DataError naming the file, the place in it, what is wrong and what to do
 * @throws ReadingCancelled once `isCancelled` says so
 */
export async function readOwnData(
  own: OwnData,
  files: FileSource,
  reading: Reading = {},
): Promise<OwnTrainingData> {
  const forward = onlyForward(reading);
  const examples = await openExamples(own, files, forward);
  const parts = await decodeParts(examples, splitOf(examples, own), forward);
  if (examples.task === 'segmentation') return classesOfMasks(parts, examples.place);
  return { classes: examples.classNames.length, classNames: examples.classNames, ...parts };
}

function splitOf(examples: Examples, own: OwnData): Split {
  return examples.task === 'classification'
    ? stratifiedSplit(examples, own)
    : randomSplit(examples.place, examples.count, own);
}

async function decodeParts(
  examples: Examples,
  split: Split,
  reading: Reading,
): Promise<Pick<TrainingData, 'train' | 'validation'>> {
  const progress = new Progress(reading, examples.count);
  let done = 0;
  await progress.reached(done);
  const onDecoded = (): Promise<void> => progress.reached(++done);
  const train = await decodeExamples(examples, split.train, onDecoded);
  return { train, validation: await decodeExamples(examples, split.validation, onDecoded) };
}

/** A CSV file is parsed before its images are handed out, which is a moment and no second beginning. */
function onlyForward(reading: Reading): Reading {
  let furthest = 0;
  const onProgress = (done: number, total: number): void => {
    if (done / total < furthest) return;
    furthest = done / total;
    reading.onProgress?.(done, total);
  };
  return { ...reading, onProgress };
}
