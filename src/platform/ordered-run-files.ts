import type { CheckpointKind } from '../run/checkpoint/checkpoint.ts';
import type { AppendFile } from '../run/log/writer.ts';
import type { OutputsByName } from '../run/outputs/files.ts';
import type { RunFiles, StoredRun } from './run-files.ts';
import type { OtherWriter } from './writer-watch.ts';

/**
 * One thing after the other in the folder of a run: what is written twice ends as it was written last, what
 * is read was written to its end, and nothing comes back after a removal.
 */
export class OrderedRunFiles implements RunFiles {
  /** The last that was asked of each run, until it has ended; never rejects. */
  readonly #last = new Map<string, Promise<unknown>>();

  constructor(readonly files: RunFiles) {}

  get folder(): string {
    return this.files.folder;
  }

  folderOf(id: string): string {
    return this.files.folderOf(id);
  }

  list(known: (id: string) => boolean): Promise<StoredRun[]> {
    return this.files.list(known);
  }

  otherWriter(id: string): Promise<OtherWriter> {
    return this.files.otherWriter(id);
  }

  create(id: string, runJson: string, eventFileName: string): Promise<AppendFile> {
    return this.#after(id, () => this.files.create(id, runJson, eventFileName));
  }

  writeRunJson(id: string, runJson: string): Promise<void> {
    return this.#after(id, () => this.files.writeRunJson(id, runJson));
  }

  writeCheckpoint(id: string, kind: CheckpointKind, bytes: Uint8Array): Promise<void> {
    return this.#after(id, () => this.files.writeCheckpoint(id, kind, bytes));
  }

  readCheckpoint(id: string, kind: CheckpointKind): Promise<Uint8Array | undefined> {
    return this.#after(id, () => this.files.readCheckpoint(id, kind));
  }

  writeOutputs(id: string, name: string, bytes: Uint8Array): Promise<void> {
    return this.#after(id, () => this.files.writeOutputs(id, name, bytes));
  }

  outputsNames(id: string): Promise<string[]> {
    return this.#after(id, () => this.files.outputsNames(id));
  }

  readOutputs(id: string, names: readonly string[]): Promise<OutputsByName> {
    return this.#after(id, () => this.files.readOutputs(id, names));
  }

  readLog(id: string): Promise<Uint8Array> {
    return this.#after(id, () => this.files.readLog(id));
  }

  remove(id: string): Promise<void> {
    return this.#after(id, () => this.files.remove(id));
  }

  /** Resolves once all that was asked of a run has been done or has failed. */
  async settled(id: string): Promise<void> {
    await this.#last.get(id);
  }

  #after<T>(id: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(id);
    const result = before === undefined ? act() : before.then(act);
    const settled = result.then(ignore, ignore).then(() => {
      if (this.#last.get(id) === settled) this.#last.delete(id);
    });
    this.#last.set(id, settled);
    return result;
  }
}

const ignore = (): void => undefined;
