import { unzipSync, type UnzipFileInfo } from 'fflate';
import { message, type Message } from '../../../l10n.ts';
import { DataError, placeIn } from './data-error.ts';
import { checkMemory } from './memory.ts';
import { parseNpy } from './npy.ts';
import type { NumberArray } from './number-array.ts';

const suffix = '.npy';

/** No type has more bytes than this a value. */
const mostBytesPerValue = 8;

/** A zip archive of NPY files, each unpacked only when it is asked for. */
export interface Npz {
  readonly path: string;
  /** In the order of the archive, without ".npy". */
  readonly keys: readonly string[];
  /** @throws DataError naming file and entry */
  array(key: string): NumberArray;
}

/** @throws DataError naming `path` */
export function openNpz(bytes: Uint8Array, path: string, mostMegabytes: number): Npz {
  const entries: UnzipFileInfo[] = [];
  const list = (entry: UnzipFileInfo): boolean => (entries.push(entry), false);
  unzip(bytes, path, list);
  const arrays = entries.filter(({ name }) => name.endsWith(suffix));
  const keys = arrays.map(({ name }) => name.slice(0, -suffix.length));
  if (keys.length === 0) {
    throw new DataError(path, message('it holds no array. Write it with numpy.savez.'));
  }
  return {
    path,
    keys,
    array: (key) => {
      const place = placeIn(path, entryText(key));
      const entry = arrays[keys.indexOf(key)];
      if (!entry) throw new DataError(path, missing(key, keys));
      checkMemory(place, entry.originalSize / mostBytesPerValue, mostMegabytes);
      const unpacked = unzip(bytes, path, ({ name }) => name === entry.name)[entry.name];
      return parseNpy(unpacked ?? new Uint8Array(), place);
    },
  };
}

function unzip(
  bytes: Uint8Array,
  path: string,
  filter: (entry: UnzipFileInfo) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    const problem = message(
      'it is not an NPZ file, or it is damaged or cut off. Copy it anew, or write it with numpy.savez.',
    );
    throw new DataError(path, problem, { cause });
  }
}

export function entryText(key: string): Message {
  return message('entry “{key}”', { key });
}

function missing(key: string, keys: readonly string[]): Message {
  return message('it has no entry “{key}”. Name one of these: {keys}', {
    key,
    keys: keys.join(', '),
  });
}
