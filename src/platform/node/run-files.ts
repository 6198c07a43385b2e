import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkpointFileName, type CheckpointKind } from '../../run/checkpoint/checkpoint.ts';
import type { AppendFile } from '../../run/log/writer.ts';
import { outputsFolder, type OutputsByName } from '../../run/outputs/files.ts';
import { concatenate } from '../../run/log/concatenate.ts';
import { codeOf } from '../address-files.ts';
import { Beating, type BeatFile } from '../beating.ts';
import { heartbeatName } from '../heartbeat.ts';
import { eventFiles, runJsonName, temporaryEnding, unreadableRun, type RunFiles, type StoredRun } from '../run-files.ts'; // prettier-ignore
import { WriterWatch, type OtherWriter } from '../writer-watch.ts';
import { NodeAppendFile } from './append-file.ts';
import { isThere, thisProcess } from './this-process.ts';

export class NodeRunFiles implements RunFiles {
  readonly #watch = new WriterWatch(thisProcess, isThere);

  constructor(readonly folder: string) {}

  folderOf(id: string): string {
    return path.join(this.folder, id);
  }

  async list(known: (id: string) => boolean): Promise<StoredRun[]> {
    if (!existsSync(this.folder)) return [];
    const entries = await readdir(this.folder, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const unknown = folders.filter((id) => !known(id));
    const stored = await Promise.all(
      unknown.map((id) => this.#read(id).catch(() => unreadableRun(id))),
    );
    return stored.filter((run) => run !== undefined);
  }

  async otherWriter(id: string): Promise<OtherWriter> {
    return this.#watch.judge(id, await textIfThere(this.#path(id, heartbeatName)));
  }

  async create(id: string, runJson: string, eventFileName: string): Promise<AppendFile> {
    await mkdir(this.folderOf(id), { recursive: true });
    const beating = await Beating.begin(beatFile(this.#path(id, heartbeatName)), thisProcess);
    beating.timer.unref();
    try {
      await this.writeRunJson(id, runJson);
      return new NodeAppendFile(this.#path(id, eventFileName), () => beating.end());
    } catch (error) {
      await beating.end();
      throw error;
    }
  }

  writeRunJson(id: string, runJson: string): Promise<void> {
    return replace(this.#path(id, runJsonName), runJson);
  }

  writeCheckpoint(id: string, kind: CheckpointKind, bytes: Uint8Array): Promise<void> {
    return replace(this.#path(id, checkpointFileName(kind)), bytes);
  }

  async readCheckpoint(id: string, kind: CheckpointKind): Promise<Uint8Array | undefined> {
    const file = this.#path(id, checkpointFileName(kind));
    return existsSync(file) ? await readFile(file) : undefined;
  }

  async writeOutputs(id: string, name: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#path(id, outputsFolder), { recursive: true });
    await replace(this.#path(id, outputsFolder, name), bytes);
  }

  async outputsNames(id: string): Promise<string[]> {
    const folder = this.#path(id, outputsFolder);
    return existsSync(folder) ? await readdir(folder) : [];
  }

  async readOutputs(id: string, names: readonly string[]): Promise<OutputsByName> {
    const files = names
      .map((name) => [name, this.#path(id, outputsFolder, name)] as const)
      .filter(([, file]) => existsSync(file));
    const read = files.map(async ([name, file]) => [name, await readFile(file)] as const);
    return new Map(await Promise.all(read));
  }

  async readLog(id: string): Promise<Uint8Array> {
    const names = await readdir(this.folderOf(id));
    const files = eventFiles(names).map((name) => readFile(this.#path(id, name)));
    return concatenate(await Promise.all(files));
  }

  async remove(id: string): Promise<void> {
    await rm(this.folderOf(id), { recursive: true, force: true });
  }

  /** A folder without run.json is not a run: someone else's, and none of our business. */
  async #read(id: string): Promise<StoredRun | undefined> {
    if (!existsSync(this.#path(id, runJsonName))) return undefined;
    const runJson = await readFile(this.#path(id, runJsonName), 'utf8');
    const otherWriter = await this.otherWriter(id);
    const log = otherWriter === 'alive' ? new Uint8Array() : await this.readLog(id);
    return { id, runJson, log, otherWriter };
  }

  #path(id: string, ...rest: string[]): string {
    return path.join(this.folderOf(id), ...rest);
  }
}

/** In one step: whoever looks finds the old content or the new one, whole. */
async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}${temporaryEnding}`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }); // A full disk needs the room for what is more important.
    throw error;
  }
}

/** A writer may take it away at any time. */
async function textIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written at once, as events are: a window that closes waits for nothing. */
function beatFile(file: string): BeatFile {
  const temporary = `${file}${temporaryEnding}`;
  return {
    write: (text) => {
      writeFileSync(temporary, text);
      renameSync(temporary, file);
    },
    remove: () => rmSync(file, { force: true }),
  };
}
