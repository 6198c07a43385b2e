import type { FileEntry } from '../../../src/experiment/datasets/own/file-source.ts';
import type { AddressFiles } from '../../../src/platform/address-files.ts';

/** Files of a window in memory; like IndexedDB it keeps no empty folders. */
export class MemoryFiles implements AddressFiles {
  readonly content = new Map<string, Uint8Array>();
  readonly written: string[] = [];
  /** Thrown by every write. */
  failure: Error | undefined;

  list(folder: string): Promise<readonly FileEntry[]> {
    const entries = new Map<string, FileEntry>();
    for (const address of this.content.keys()) {
      if (!address.startsWith(`${folder}/`)) continue;
      const [name = '', ...rest] = address.slice(folder.length + 1).split('/');
      entries.set(name, { name, isFolder: rest.length > 0 });
    }
    return entries.size === 0 ? missing(folder) : Promise.resolve([...entries.values()]);
  }

  async size(file: string): Promise<number> {
    return (await this.read(file)).length;
  }

  read(file: string): Promise<Uint8Array> {
    const bytes = this.content.get(file);
    return bytes ? Promise.resolve(bytes) : missing(file);
  }

  write(file: string, bytes: Uint8Array): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.written.push(file);
    this.content.set(file, bytes.slice());
    return Promise.resolve();
  }

  async rename(from: string, to: string): Promise<void> {
    this.content.set(to, await this.read(from));
    this.content.delete(from);
  }

  remove(address: string): Promise<void> {
    const doomed = [...this.content.keys()].filter(
      (file) => file === address || file.startsWith(`${address}/`),
    );
    for (const file of doomed) this.content.delete(file);
    return doomed.length === 0 ? missing(address) : Promise.resolve();
  }

  text(file: string): string | undefined {
    const bytes = this.content.get(file);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** Of the files, in order. */
  names(folder: string): string[] {
    const inside = [...this.content.keys()].filter((file) => file.startsWith(`${folder}/`));
    return inside.map((file) => file.slice(folder.length + 1)).sort();
  }
}

/** As VS Code's `FileSystemError` is. */
export function fileError(code: string, text = code): Error {
  return Object.assign(new Error(text), { code });
}

function missing(address: string): Promise<never> {
  return Promise.reject(fileError('FileNotFound', address));
}
