import type { CheckpointKind } from '../run/checkpoint/checkpoint.ts';
import type { AppendFile } from '../run/log/writer.ts';
import type { OutputsByName } from '../run/outputs/files.ts';
import type { OtherWriter } from './writer-watch.ts';

/**
 * Where run folders are kept: `<folder>/<run id>/run.json`, and beside it events, checkpoints and outputs.
 * A folder is named by its path, or by a URI where VS Code has no path for it.
 */
export interface RunFiles {
  readonly folder: string;
  folderOf(id: string): string;
  /** What every folder holds that may be a run's, but for those `known` already. */
  list(known: (id: string) => boolean): Promise<StoredRun[]>;
  /** Who else writes a run, by one look: a writer is known to be gone after some of them. */
  otherWriter(id: string): Promise<OtherWriter>;
  /** Makes the folder and its `run.json`, and opens its event file for appending. */
  create(id: string, runJson: string, eventFileName: string): Promise<AppendFile>;
  /** Replaces `run.json` in one step: a crash leaves the old or the new one. */
  writeRunJson(id: string, runJson: string): Promise<void>;
  /** Replaces a checkpoint in one step; if that fails, the old one is left and nothing else. */
  writeCheckpoint(id: string, kind: CheckpointKind, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is none. */
  readCheckpoint(id: string, kind: CheckpointKind): Promise<Uint8Array | undefined>;
  /** Replaces a file of the run's folder `outputs` in one step, and makes the folder if need be. */
  writeOutputs(id: string, name: string, bytes: Uint8Array): Promise<void>;
  /** The names of the files of that folder; none where there is no such folder. */
  outputsNames(id: string): Promise<string[]>;
  /** Those of the files that are there. */
  readOutputs(id: string, names: readonly string[]): Promise<OutputsByName>;
  /** The events of one run, as far as they were written; of several files, one after the other. */
  readLog(id: string): Promise<Uint8Array>;
  remove(id: string): Promise<void>;
}

export interface StoredRun {
  readonly id: string;
  readonly runJson: string;
  /** The same; empty of one that another writes. */
  readonly log: Uint8Array;
  readonly otherWriter: OtherWriter;
}

export const runJsonName = 'run.json';

/** A folder that cannot be read is reported like one whose content is damaged. */
export function unreadableRun(id: string): StoredRun {
  return { id, runJson: '', log: new Uint8Array(), otherWriter: 'none' };
}

/** What the name of a file ends with that is to take the place of another once it is whole. */
export const temporaryEnding = '.tmp';

/**
 * Of the names in a run's folder those of the files that hold its events, in order. A crash may have left
 * one that was to replace another, which has the same events.
 */
export function eventFiles(names: readonly string[]): string[] {
  return names
    .filter((name) => name.startsWith('events.out.tfevents.') && !name.endsWith(temporaryEnding))
    .sort();
}
