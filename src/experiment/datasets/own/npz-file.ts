import { message, type Message } from '../../../l10n.ts';
import { arrayExamples } from './array-examples.ts';
import { isOneEach } from './array-labels.ts';
import { DataError } from './data-error.ts';
import type { ClassedExamples } from './examples.ts';
import type { FileSource } from './file-source.ts';
import { openNpz, type Npz } from './npz.ts';
import type { NumberArray } from './number-array.ts';
import type { OwnDataOf } from './own-data.ts';
import { readFile, type Reading } from './reading.ts';

/** An archive that holds images and labels; other arrays in it are left alone. */
export async function openNpzFile(
  own: OwnDataOf<'npz'>,
  files: FileSource,
  reading: Reading,
): Promise<ClassedExamples> {
  const bytes = await readFile(files, own.path, reading, own.mostMegabytes);
  const npz = openNpz(bytes, own.path, own.mostMegabytes);
  const images = imagesOf(npz, own.images);
  return arrayExamples(own.path, images, labelArrayOf(npz, own.labels, images), own);
}

function imagesOf(npz: Npz, key: string | undefined): NumberArray {
  const array = chosen(npz, key ?? 'x_train', key !== undefined, ({ shape }) => {
    return shape.length === 3 || shape.length === 4;
  });
  if (array) return array;
  throw new DataError(npz.path, notFound(npz, 'images'));
}

function labelArrayOf(npz: Npz, key: string | undefined, images: NumberArray): NumberArray {
  const array = chosen(npz, key ?? 'y_train', key !== undefined, (candidate) =>
    isOneEach(candidate, images.shape[0] ?? 0),
  );
  if (array) return array;
  throw new DataError(npz.path, notFound(npz, 'labels'));
}

/** The array of that name; unless a person gave the name, else the first that fits. */
function chosen(
  npz: Npz,
  key: string,
  given: boolean,
  fits: (array: NumberArray) => boolean,
): NumberArray | undefined {
  if (given || npz.keys.includes(key)) return npz.array(key);
  for (const other of npz.keys) {
    const array = readable(npz, other);
    if (array && fits(array)) return array;
  }
  return undefined;
}

/** Arrays that nobody asked for may be of texts or objects. */
function readable(npz: Npz, key: string): NumberArray | undefined {
  try {
    return npz.array(key);
  } catch (error) {
    if (error instanceof DataError) return undefined;
    throw error;
  }
}

function notFound({ keys }: Npz, setting: 'images' | 'labels'): Message {
  return message('none of its entries can be the {setting}. Name one of these: {keys}', {
    setting,
    keys: keys.join(', '),
  });
}
