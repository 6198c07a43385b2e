import type { FileEntry } from '../../experiment/datasets/own/file-source.ts';
import { checkpointFileName, type CheckpointKind } from '../../run/checkpoint/checkpoint.ts';
import { concatenate } from '../../run/log/concatenate.ts';
import type { AppendFile } from '../../run/log/writer.ts';
import { outputsFolder, type OutputsByName } from '../../run/outputs/files.ts';
import { isMissing, type AddressFiles } from '../address-files.ts';
import { Beating } from '../beating.ts';
import { heartbeatName } from '../heartbeat.ts';
import { eventFiles, runJsonName, unreadableRun, type RunFiles, type StoredRun } from '../run-files.ts'; // prettier-ignore
import { WriterWatch, type OtherWriter } from '../writer-watch.ts';
import { EventParts } from './event-parts.ts';
import { replace } from './replace.ts';

/** Run folders where a file can only be written whole. */
export class WebRunFiles implements RunFiles {
  readonly #watch: WriterWatch;

  /** @param writer an id of this window */
  constructor(
    readonly folder: string,
    readonly files: AddressFiles,
    readonly writer: string,
  ) {
    this.#watch = new WriterWatch({ writer });
  }

  folderOf(id: string): string {
    return `${this.folder}/${id}`;
  }

  async list(known: (id: string) => boolean): Promise<StoredRun[]> {
    const entries = await this.#list(this.folder);
    const folders = entries.filter(({ isFolder }) => isFolder).map(({ name }) => name);
    const unknown = folders.filter((id) => !known(id));
    const stored = await Promise.all(
      unknown.map((id) => this.#read(id).catch(() => unreadableRun(id))),
    );
    return stored.filter((run) => run !== undefined);
  }

  async otherWriter(id: string): Promise<OtherWriter> {
    return this.#watch.judge(id, await this.#textIfThere(this.#path(id, heartbeatName)));
  }

  async create(id: string, runJson: string, eventFileName: string): Promise<AppendFile> {
    const beating = await this.#beginBeating(this.#path(id, heartbeatName));
    try {
      await this.writeRunJson(id, runJson);
    } catch (error) {
      await beating.end();
      throw error;
    }
    return new EventParts(this.files, this.#path(id, eventFileName), () => beating.end());
  }

  writeRunJson(id: string, runJson: string): Promise<void> {
    return this.#replaceText(this.#path(id, runJsonName), runJson);
  }

  writeCheckpoint(id: string, kind: CheckpointKind, bytes: Uint8Array): Promise<void> {
    return replace(this.files, this.#path(id, checkpointFileName(kind)), bytes);
  }

  readCheckpoint(id: string, kind: CheckpointKind): Promise<Uint8Array | undefined> {
    return this.#readIfThere(this.#path(id, checkpointFileName(kind)));
  }

  writeOutputs(id: string, name: string, bytes: Uint8Array): Promise<void> {
    return replace(this.files, this.#path(id, outputsFolder, name), bytes);
  }

  async outputsNames(id: string): Promise<string[]> {
    return (await this.#list(this.#path(id, outputsFolder))).map(({ name }) => name);
  }

  async readOutputs(id: string, names: readonly string[]): Promise<OutputsByName> {
    const read = await Promise.all(
      names.map(async (name) => {
        const bytes = await this.#readIfThere(this.#path(id, outputsFolder, name));
        return bytes ? [[name, bytes] as const] : [];
      }),
    );
    return new Map(read.flat());
  }

  async readLog(id: string): Promise<Uint8Array> {
    const names = (await this.files.list(this.folderOf(id))).map(({ name }) => name);
    const parts = eventFiles(names).map((name) => this.files.read(this.#path(id, name)));
    return concatenate(await Promise.all(parts));
  }

  async remove(id: string): Promise<void> {
    await ifThere(this.files.remove(this.folderOf(id)));
  }

  /** A folder without run.json is not a run: someone else's, and none of our business. */
  async #read(id: string): Promise<StoredRun | undefined> {
    const runJson = await this.#textIfThere(this.#path(id, runJsonName));
    if (runJson === undefined) return undefined;
    const otherWriter = await this.otherWriter(id);
    const log = otherWriter === 'alive' ? new Uint8Array() : await this.readLog(id);
    return { id, runJson, log, otherWriter };
  }

  #beginBeating(file: string): Promise<Beating> {
    const write = (text: string): Promise<void> => this.#replaceText(file, text);
    const remove = (): Promise<void> => this.files.remove(file);
    return Beating.begin({ write, remove }, { writer: this.writer });
  }

  #replaceText(file: string, text: string): Promise<void> {
    return replace(this.files, file, new TextEncoder().encode(text));
  }

  /** Nothing where there is no such folder. */
  async #list(folder: string): Promise<readonly FileEntry[]> {
    return (await ifThere(this.files.list(folder))) ?? [];
  }

  #readIfThere(file: string): Promise<Uint8Array | undefined> {
    return ifThere(this.files.read(file));
  }

  async #textIfThere(file: string): Promise<string | undefined> {
    const bytes = await this.#readIfThere(file);
    return bytes && new TextDecoder().decode(bytes);
  }

  #path(id: string, ...rest: string[]): string {
    return [this.folderOf(id), ...rest].join('/');
  }
}

async function ifThere<T>(found: Promise<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
