/**
 * The files of a person's data as the platform hands them to the worker. Paths are relative to the
 * folder of the experiment file, or absolute; parts are joined by "/". What is missing or cannot be
 * read rejects with a LossLabError that names the path.
 */
export interface FileSource {
  /** What lies in a folder, in any order. */
  list(folder: string): Promise<readonly FileEntry[]>;
  /** Bytes of a file. */
  size(path: string): Promise<number>;
  read(path: string): Promise<Uint8Array>;
}

export interface FileEntry {
  readonly name: string;
  readonly isFolder: boolean;
}
