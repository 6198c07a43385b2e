import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '../../experiment/datasets/own/data-error.ts';
import type { FileEntry, FileSource } from '../../experiment/datasets/own/file-source.ts';
import { message, type Message } from '../../l10n.ts';

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
      throw new DataError(full, problemOf(cause), { cause });
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

function problemOf(cause: unknown): Message {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  switch (code) {
    case 'ENOENT':
      return message('it does not exist. Correct the path, which begins at the experiment file.');
    case 'ENOTDIR':
      return message('a folder is expected here, and this is a file. Correct the path.');
    case 'EISDIR':
      return message('a file is expected here, and this is a folder. Correct the path.');
    case 'EACCES':
    case 'EPERM':
      return message('it may not be read. Change its permissions.');
    default:
      return message('it cannot be read ({code}). Try again, or give another file.', { code });
  }
}
