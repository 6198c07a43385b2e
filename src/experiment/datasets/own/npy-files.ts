import { arrayExamples } from './array-examples.ts';
import type { ClassedExamples } from './examples.ts';
import type { FileSource } from './file-source.ts';
import { parseNpy } from './npy.ts';
import type { NumberArray } from './number-array.ts';
import type { OwnDataOf } from './own-data.ts';
import { readFile, type Reading } from './reading.ts';

/** One file of images, one of labels. */
export async function openNpy(
  own: OwnDataOf<'npy'>,
  files: FileSource,
  reading: Reading,
): Promise<ClassedExamples> {
  const open = async (path: string): Promise<NumberArray> =>
    parseNpy(await readFile(files, path, reading, own.mostMegabytes), path);
  return arrayExamples(own.images, await open(own.images), await open(own.labels), own);
}
