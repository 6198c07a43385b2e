import { message } from '../../../l10n.ts';
import { parseIdx } from '../idx.ts';
import { arrayExamples } from './array-examples.ts';
import { DataError } from './data-error.ts';
import type { ClassedExamples } from './examples.ts';
import type { FileSource } from './file-source.ts';
import { elementReader, stridesOf, type NumberArray } from './number-array.ts';
import type { OwnDataOf } from './own-data.ts';
import { readFile, type Reading } from './reading.ts';

/** IDX files of unsigned bytes, plain or gzip: images [n, height, width] and labels [n]. */
export async function openIdx(
  own: OwnDataOf<'idx'>,
  files: FileSource,
  reading: Reading,
): Promise<ClassedExamples> {
  const open = async (path: string): Promise<NumberArray> =>
    idxArray(await readFile(files, path, reading, own.mostMegabytes), path);
  return arrayExamples(own.images, await open(own.images), await open(own.labels), own);
}

function idxArray(bytes: Uint8Array, path: string): NumberArray {
  const { shape, data } = parseIdx(bytes, path, (file, problem) => {
    return new DataError(
      file,
      message('{problem} Copy it anew, or give another file.', { problem }),
    );
  });
  const at = elementReader(data, 'u1', false);
  return { place: path, shape, strides: stridesOf(shape, 'C'), type: 'u1', at };
}
