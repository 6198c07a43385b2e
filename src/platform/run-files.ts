import type { CheckpointKind } from '../run/checkpoint/checkpoint.ts';
import type { AppendFile } from '../run/log/writer.ts';
import type { OutputsByName } from '../run/outputs/files.ts';

/** Where run folders are kept: `<folder>/<run id>/run.json`, and beside it events, checkpoints and outputs. */
export interface RunFiles {
  readonly folder: string;
  folderOf(id: string): string;
  /** What every folder holds that may be a run's, but for those `known` already. */
  list(known: (id: string) => boolean): Promise<StoredRun[]>;
  /** Makes the folder and its `run.json`, and opens its event file for appending. */
  create(id: string, runJson: string, eventFileName: string): AppendFile;
  /** Replaces `run.json` in one step: a crash leaves the old or the new one. */
  writeRunJson(id: string, runJson: string): void;
  /** Replaces a checkpoint in one step; if that fails, the old one is left and nothing else. */
  writeCheckpoint(id: string, kind: CheckpointKind, bytes: Uint8Array): void;
  /** Undefined where there is none. */
  readCheckpoint(id: string, kind: CheckpointKind): Promise<Uint8Array | undefined>;
  /** Replaces a file of the run's folder `outputs` in one step, and makes the folder if need be. */
  writeOutputs(id: string, name: string, bytes: Uint8Array): void;
  /** The names of the files of that folder; none where there is no such folder. */
  outputsNames(id: string): Promise<string[]>;
  /** Those of the files that are there. */
  readOutputs(id: string, names: readonly string[]): Promise<OutputsByName>;
  /** The event file of one run, as far as it was written. */
  readLog(id: string): Promise<Uint8Array>;
  remove(id: string): Promise<void>;
}

export interface StoredRun {
  readonly id: string;
  readonly runJson: string;
  /** The event file, as far as it was written. */
  readonly log: Uint8Array;
  /** Whether another living process is writing it. */
  readonly heldElsewhere: boolean;
}
