import { DataError } from '../../experiment/datasets/own/data-error.ts';
import type { FileEntry, FileSource } from '../../experiment/datasets/own/file-source.ts';
import { codeOf, type AddressFiles } from '../address-files.ts';
import { fileProblem } from '../file-problem.ts';

/** A person's own data by their addresses, in the window. */
export class WebFileSource implements FileSource {
  constructor(readonly files: AddressFiles) {}

  list(folder: string): Promise<readonly FileEntry[]> {
    return this.#use(folder, () => this.files.list(folder));
  }

  size(file: string): Promise<number> {
    return this.#use(file, () => this.files.size(file));
  }

  read(file: string): Promise<Uint8Array> {
    return this.#use(file, () => this.files.read(file));
  }

  async #use<T>(address: string, of: () => Promise<T>): Promise<T> {
    try {
      return await of();
    } catch (cause) {
      throw new DataError(address, fileProblem(codeOf(cause)), { cause });
    }
  }
}
