import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '../../experiment/datasets/own/data-error.ts';
import type { FileEntry, FileSource } from '../../experiment/datasets/own/file-source.ts';
import { codeOf } from '../address-files.ts';
import { fileProblem } from '../file-problem.ts';

/** Files on disk; relative paths begin at `base`, the folder of the experiment file. */
export class NodeFileSource implements FileSource {
  constructor(readonly base: string) {}

  list(folder: string): Promise<readonly FileEntry[]> {
    return this.#use(folder, async (full) => {
      const entries = await readdir(full, { withFileTypes: true });
      return Promise.all(
        entries.map(async (entry) => ({
          name: entry.name,
          isFolder: entry.isSymbolicLink()
            ? await leadsToFolder(path.join(full, entry.name))
            : entry.isDirectory(),
        })),
      );
    });
  }

  size(file: string): Promise<number> {
    return this.#use(file, async (full) => (await stat(full)).size);
  }

  read(file: string): Promise<Uint8Array> {
    return this.#use(file, (full) => readFile(full));
  }

  async #use<T>(given: string, of: (full: string) => Promise<T>): Promise<T> {
    const full = path.resolve(this.base, given);
    try {
      return await of(full);
    } catch (cause) {
      throw new DataError(full, fileProblem(codeOf(cause)), { cause });
    }
  }
}

async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory();
  } catch {
    // A link to nowhere is a file that cannot be read, which is said if anyone asks for it.
    return false;
  }
}
