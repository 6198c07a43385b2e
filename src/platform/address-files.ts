import type { FileSource } from '../experiment/datasets/own/file-source.ts';

/**
 * Files by their addresses, as the window has them. An address is `scheme://authority/path` with nothing
 * in it escaped, so that a name is put behind it as it is. What fails rejects with an error that has the
 * `code` of VS Code's `FileSystemError`, such as `FileNotFound`.
 */
export interface AddressFiles extends FileSource {
  /** The whole file, with the folders above it. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Over what is there. */
  rename(from: string, to: string): Promise<void>;
  /** A file, or a folder with all that is in it. */
  remove(address: string): Promise<void>;
}

/** Whether an error says that there is nothing at an address. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'FileNotFound';
}

/** The code of an error of a file system, else its text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
