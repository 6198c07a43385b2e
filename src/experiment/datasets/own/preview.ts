import type { Task } from '../../models/model.ts';
import type { LabelledImages } from '../dataset.ts';
import { decodeExamples } from './decode-examples.ts';
import type { ClassedExamples, MaskedExamples } from './examples.ts';
import type { FileSource } from './file-source.ts';
import { maskValues, renumber } from './mask-classes.ts';
import { openExamples } from './open-examples.ts';
import type { OwnData } from './own-data.ts';
import type { Reading } from './reading.ts';

/** What a person sees of their data before it is trained on. */
export interface OwnPreview {
  readonly task: Task;
  /** Images in all. */
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly classes: readonly PreviewClass[];
  /**
   * The first images of each class in their order, or the first images where every pixel has a class;
   * labels are indices of `classes`.
   */
  readonly samples: LabelledImages;
}

export interface PreviewClass {
  readonly name: string;
  /** Its images; where every pixel has a class, its pixels in `samples`. */
  readonly count: number;
}

/** Images of each class, or of all where every pixel has a class. */
export const sampleCount = 5;

/**
 * Of folders only the samples are read; of files of arrays only they are decoded. Masks are only known as
 * far as they are read, so a class that no sample has is missing.
 * @throws DataError as `readOwnData` does for what it comes upon
 */
export async function previewOwnData(
  own: OwnData,
  files: FileSource,
  reading: Reading = {},
): Promise<OwnPreview> {
  const examples = await openExamples(own, files, reading);
  const { task, count, height, width, channels } = examples;
  const found =
    examples.task === 'classification' ? await ofClasses(examples) : await ofMasks(examples);
  return { task, count, height, width, channels, ...found };
}

type Found = Pick<OwnPreview, 'classes' | 'samples'>;

async function ofClasses(examples: ClassedExamples): Promise<Found> {
  const members = classMembers(examples.labels, examples.classNames.length);
  return {
    classes: examples.classNames.map((name, i) => ({ name, count: members[i]?.length ?? 0 })),
    samples: await decodeExamples(
      examples,
      members.flatMap((indices) => indices.slice(0, sampleCount)),
    ),
  };
}

/** The positions of each class in some labels. */
export function classMembers(labels: Uint8Array, classes: number): number[][] {
  const members: number[][] = Array.from({ length: classes }, () => []);
  labels.forEach((label, index) => members[label]?.push(index));
  return members;
}

async function ofMasks(examples: MaskedExamples): Promise<Found> {
  const indices = Array.from({ length: Math.min(sampleCount, examples.count) }, (_, i) => i);
  const samples = await decodeExamples(examples, indices);
  const values = maskValues([samples]);
  renumber(samples, values);
  return {
    classes: values.map(({ value, count }) => ({ name: String(value), count })),
    samples,
  };
}
