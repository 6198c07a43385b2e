import type { AppendFile } from '../run/log/writer.ts';

/** Where run folders are kept: `<folder>/<run id>/run.json` and an event file beside it. */
export interface RunFiles {
  readonly folder: string;
  folderOf(id: string): string;
  /** Every folder that may hold a run; unreadable ones carry the reason. */
  list(): Promise<StoredRun[]>;
  /** Makes the folder and its `run.json`, and opens its event file for appending. */
  create(id: string, runJson: string, eventFileName: string): AppendFile;
  /** Replaces `run.json` in one step: a crash leaves the old or the new one. */
  writeRunJson(id: string, runJson: string): void;
  remove(id: string): Promise<void>;
}

export interface StoredRun {
  readonly id: string;
  readonly runJson: string;
  /** The event file, as far as it was written. */
  readonly log: Uint8Array;
  /** Process that was writing it, while that one is still alive and is not this one. */
  readonly heldElsewhere: boolean;
}
