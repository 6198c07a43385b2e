import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DataError } from '../../../../src/experiment/datasets/own/data-error.ts';
import type { FileEntry, FileSource } from '../../../../src/experiment/datasets/own/file-source.ts';
import { message, translator } from '../../../../src/l10n.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/own-data');

/** A file that `make.py` made. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(fixtures, name)));
}

/** What Pillow reads from a picture. */
export interface Expected {
  readonly height: number;
  readonly width: number;
  readonly values: readonly number[];
  readonly indices?: readonly number[];
}

export function expectedOf(name: string): Expected {
  const all = JSON.parse(readFileSync(path.join(fixtures, 'expected.json'), 'utf8')) as Record<
    string,
    Expected
  >;
  const found = all[name];
  if (!found) throw new Error(`make.py says nothing of ${name}`);
  return found;
}

/** Files in memory, which notes what is read. */
export class MemoryFiles implements FileSource {
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly reads: string[] = [];

  constructor(readonly files: Readonly<Record<string, Uint8Array>>) {
    this.read = (file) => {
      this.reads.push(file);
      return Promise.resolve(this.#at(file));
    };
  }

  list(folder: string): Promise<readonly FileEntry[]> {
    const inside = Object.keys(this.files)
      .filter((file) => file.startsWith(`${folder}/`))
      .map((file) => file.slice(folder.length + 1).split('/'));
    const kinds = new Map(inside.map(([name = '', ...rest]) => [name, rest.length > 0]));
    return Promise.resolve([...kinds].map(([name, isFolder]) => ({ name, isFolder })));
  }

  size(file: string): Promise<number> {
    return Promise.resolve(this.#at(file).length);
  }

  #at(file: string): Uint8Array {
    const bytes = this.files[file];
    if (!bytes)
      throw new DataError(
        file,
        message('it does not exist. Correct the path, which begins at the experiment file.'),
      );
    return bytes;
  }
}

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** IDX of unsigned bytes, written from its description at http://yann.lecun.com/exdb/mnist/. */
export function idx(shape: readonly number[], data: readonly number[]): Uint8Array {
  const header = shape.flatMap((length) => [0, 0, length >> 8, length & 255]);
  return Uint8Array.from([0, 0, 8, shape.length, ...header, ...data]);
}

/** The English reason for which something is refused as data of one's own. */
export async function problemOf(refused: () => unknown): Promise<string> {
  try {
    await refused();
  } catch (error) {
    if (error instanceof DataError) return translator({}, 'en')(error.reason);
    throw error;
  }
  throw new Error('It was accepted.');
}
