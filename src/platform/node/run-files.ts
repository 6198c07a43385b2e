import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { checkpointFileName, type CheckpointKind } from '../../run/checkpoint/checkpoint.ts';
import type { AppendFile } from '../../run/log/writer.ts';
import { outputsFolder, type OutputsByName } from '../../run/outputs/files.ts';
import { concatenate } from '../../run/log/concatenate.ts';
import { heartbeatName, isBeating } from '../heartbeat.ts';
import {
  eventFiles,
  runJsonName,
  unreadableRun,
  type RunFiles,
  type StoredRun,
} from '../run-files.ts';

/** Holds the id of the process that is writing the run, while it does. */
const lockName = 'writer.pid';

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
      unknown.map((id) => this.#read(id).catch(() => unreadableRun(id))),
    );
    return stored.filter((run) => run !== undefined);
  }

  async create(id: string, runJson: string, eventFileName: string): Promise<AppendFile> {
    await mkdir(this.folderOf(id), { recursive: true });
    await writeFile(this.#path(id, lockName), String(process.pid));
    await this.writeRunJson(id, runJson);
    return new NodeAppendFile(this.#path(id, eventFileName), this.#path(id, lockName));
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
    const heldElsewhere = await this.#isHeldElsewhere(id);
    const log = heldElsewhere ? new Uint8Array() : await this.readLog(id);
    return { id, runJson, log, heldElsewhere };
  }

  async #isHeldElsewhere(id: string): Promise<boolean> {
    const beat = this.#path(id, heartbeatName);
    if (existsSync(beat) && isBeating(await readFile(beat, 'utf8'), Date.now())) return true;
    const lock = this.#path(id, lockName);
    if (!existsSync(lock)) return false;
    const pid = Number(await readFile(lock, 'utf8'));
    return pid !== process.pid && isAlive(pid);
  }

  #path(id: string, ...rest: string[]): string {
    return path.join(this.folderOf(id), ...rest);
  }
}

/** In one step: whoever looks finds the old content or the new one, whole. */
async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.tmp`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }); // A full disk needs the room for what is more important.
    throw error;
  }
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
