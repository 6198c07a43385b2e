import { count, message, type Message } from '../../l10n.ts';
import type { RunEvent } from '../event.ts';
import { encodeEvent } from './codec.ts';
import { concatenate } from './concatenate.ts';
import { encodeProtoEvent, fileVersion, type ProtoEvent } from './event-proto.ts';
import { frame } from './tfrecord.ts';

/** An empty file that is written from its start to its end, with a part written over if need be. */
export interface AppendFile {
  /**
   * Writes all of `bytes` at `position`, or throws, having written any part of them. Must not be
   * a file in append mode, which ignores positions. Whole records, and never two writes at a time.
   */
  write(bytes: Uint8Array, position: number): void | Promise<void>;
  /** Whether what is to be written must not wait for more, in a file that gathers. */
  setUrgent?(isUrgent: boolean): void;
  /** Makes what was written outlast a loss of power. */
  sync?(): void | Promise<void>;
  close(): void | Promise<void>;
}

type Problem = Message | undefined;

/**
 * Appends the events of one run to its event file. A file that writes synchronously has each before
 * `append` returns, so that a crash loses at most the record being written; one that takes a while gets
 * together what came meanwhile. What could not be written is kept and written first the next time, from
 * the position at which writing failed, so that the file holds whole records and at most one cut off at
 * its end. Every method resolves to why the file is not up to date, or to undefined if it is.
 */
export class LogWriter {
  #position = 0;
  #pending: Uint8Array[] = [];
  #layerNames: readonly string[] = [];
  #isWriting = false;
  /** The write that is under way, and the one after it with all that came since. */
  #written: Promise<Problem> = Promise.resolve(undefined);
  #next: Promise<Problem> | undefined;

  /** `path` is for messages. The writer owns `file` and closes it. */
  constructor(
    readonly file: AppendFile,
    readonly path: string,
  ) {}

  /** Bytes of events that are not in the file yet. */
  get pendingBytes(): number {
    return this.#pending.reduce((total, bytes) => total + bytes.length, 0);
  }

  append(event: RunEvent): Promise<Problem> {
    return this.appendAll([event]);
  }

  /** The same for many, in one write. */
  appendAll(events: readonly RunEvent[]): Promise<Problem> {
    for (const event of events) this.#encode(event);
    return this.#write();
  }

  /** Tries again to write what is pending, at once, and makes all of it outlast a loss of power. */
  async flush(): Promise<Problem> {
    this.file.setUrgent?.(true);
    const problem = await this.#write();
    this.file.setUrgent?.(false);
    return problem ?? (await this.#attempt(() => this.file.sync?.()));
  }

  /** Flushes once more; what cannot be written now is lost. */
  async close(): Promise<Problem> {
    const problem = await this.flush();
    return (await this.#attempt(() => this.file.close())) ?? problem;
  }

  #encode(event: RunEvent): void {
    if (event.type === 'started') this.#layerNames = event.setting.layers.map(({ name }) => name);
    if (this.#position === 0 && this.#pending.length === 0) {
      this.#add({ wallTime: event.wallTime, step: 0, content: fileVersion });
    }
    this.#add(encodeEvent(event, this.#layerNames));
  }

  #add(event: ProtoEvent): void {
    this.#pending.push(frame(encodeProtoEvent(event)));
  }

  /** All that is pending now. */
  #write(): Promise<Problem> {
    if (!this.#isWriting) return (this.#written = this.#attempt(() => this.#writePending()));
    return (this.#next ??= this.#written.then(() => {
      this.#next = undefined;
      return this.#write();
    }));
  }

  async #writePending(): Promise<void> {
    const records = this.#pending.length;
    if (records === 0) return;
    const bytes = concatenate(this.#pending);
    this.#isWriting = true;
    try {
      const done = this.file.write(bytes, this.#position);
      if (done instanceof Promise) await done;
      this.#position += bytes.length;
      this.#pending = this.#pending.slice(records);
    } finally {
      this.#isWriting = false;
    }
  }

  async #attempt(write: () => void | Promise<void>): Promise<Problem> {
    try {
      await write();
      return undefined;
    } catch (error) {
      return message(
        'The run log {path} cannot be written: {cause}. Bytes that wait in memory: {bytes}. Make room or mend the access to the folder, then resume the run.',
        { path: this.path, cause: describe(error), bytes: count(this.pendingBytes) },
      );
    }
  }
}

function describe(error: unknown): Message | string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return message('the disk is full');
  return error.message;
}
