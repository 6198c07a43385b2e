import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { checkpointFileName, type CheckpointKind } from '../../run/checkpoint/checkpoint.ts';
import type { AppendFile } from '../../run/log/writer.ts';
import { outputsFolder, type OutputsByName } from '../../run/outputs/files.ts';
import type { RunFiles, StoredRun } from '../run-files.ts';

const runJsonName = 'run.json';
/** Holds the id of the process that is writing the run, while it does. */
const lockName = 'writer.pid';
const eventFile = /^events\.out\.tfevents\./;

export class NodeRunFiles implements RunFiles {
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
      unknown.map((id) => this.#read(id).catch(() => unreadable(id))),
    );
    return stored.filter((run) => run !== undefined);
  }

  create(id: string, runJson: string, eventFileName: string): AppendFile {
    mkdirSync(this.folderOf(id), { recursive: true });
    this.writeRunJson(id, runJson);
    writeFileSync(this.#path(id, lockName), String(process.pid));
    return new NodeAppendFile(this.#path(id, eventFileName), this.#path(id, lockName));
  }

  writeRunJson(id: string, runJson: string): void {
    replace(this.#path(id, runJsonName), runJson);
  }

  writeCheckpoint(id: string, kind: CheckpointKind, bytes: Uint8Array): void {
    replace(this.#path(id, checkpointFileName(kind)), bytes);
  }

  async readCheckpoint(id: string, kind: CheckpointKind): Promise<Uint8Array | undefined> {
    const file = this.#path(id, checkpointFileName(kind));
    return existsSync(file) ? await readFile(file) : undefined;
  }

  writeOutputs(id: string, name: string, bytes: Uint8Array): void {
    mkdirSync(this.#path(id, outputsFolder), { recursive: true });
    replace(this.#path(id, outputsFolder, name), bytes);
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
    const name = (await readdir(this.folderOf(id))).find((file) => eventFile.test(file));
    return name === undefined ? new Uint8Array() : await readFile(this.#path(id, name));
  }

  async remove(id: string): Promise<void> {
    await rm(this.folderOf(id), { recursive: true, force: true });
  }

  /** A folder without run.json is not a run: someone else's, and none of our business. */
  async #read(id: string): Promise<StoredRun | undefined> {
    if (!existsSync(this.#path(id, runJsonName))) return undefined;
    const runJson = await readFile(this.#path(id, runJsonName), 'utf8');
    return { id, runJson, log: await this.readLog(id), heldElsewhere: this.#heldElsewhere(id) };
  }

  #heldElsewhere(id: string): boolean {
    const lock = this.#path(id, lockName);
    if (!existsSync(lock)) return false;
    const pid = Number(readFileSync(lock, 'utf8'));
    return pid !== process.pid && isAlive(pid);
  }

  #path(id: string, ...rest: string[]): string {
    return path.join(this.folderOf(id), ...rest);
  }
}

/** In one step: whoever looks finds the old content or the new one, whole. */
function replace(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true }); // A full disk needs the room for what is more important.
    throw error;
  }
}

/** A folder that cannot be read is reported like one whose content is damaged. */
function unreadable(id: string): StoredRun {
  return { id, runJson: '', log: new Uint8Array(), heldElsewhere: false };
}

/** Writes at given positions, so that a record cut short by a full disk is written over. */
class NodeAppendFile implements AppendFile {
  readonly #descriptor: number;

  constructor(
    file: string,
    readonly lock: string,
  ) {
    this.#descriptor = openSync(file, 'w');
  }

  write(bytes: Uint8Array, position: number): void {
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.#descriptor, bytes, done, bytes.length - done, position + done);
    }
  }

  sync(): void {
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
    rmSync(this.lock, { force: true });
  }
}

/** Signal 0 asks only whether the process is there; EPERM means that it is, but not ours. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
