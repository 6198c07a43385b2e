import { count, message, type Message } from '../../l10n.ts';
import type { RunEvent } from '../event.ts';
import { encodeEvent } from './codec.ts';
import { encodeProtoEvent, fileVersion, type ProtoEvent } from './event-proto.ts';
import { frame } from './tfrecord.ts';

/** An empty file that is written from its start to its end, with a part written over if need be. */
export interface AppendFile {
  /**
   * Writes all of `bytes` at `position`, or throws, having written any part of them. Must not be
   * a file in append mode, which ignores positions.
   */
  write(bytes: Uint8Array, position: number): void;
  /** Makes what was written outlast a loss of power. */
  sync?(): void;
  close(): void;
}

/**
 * Appends the events of one run to its event file, each at once, so that a crash loses at most the
 * record being written. What could not be written is kept and written first the next time, from the
 * position at which writing failed, so that the file holds whole records and at most one cut off at
 * its end. Every method returns why the file is not up to date, or undefined if it is.
 */
export class LogWriter {
  #position = 0;
  #pending: Uint8Array[] = [];
  #layerNames: readonly string[] = [];

  /** `path` is for messages. The writer owns `file` and closes it. */
  constructor(
    readonly file: AppendFile,
    readonly path: string,
  ) {}

  /** Bytes of events that are not in the file yet. */
  get pendingBytes(): number {
    return this.#pending.reduce((total, bytes) => total + bytes.length, 0);
  }

  append(event: RunEvent): Message | undefined {
    return this.appendAll([event]);
  }

  /** The same for many, in one write. */
  appendAll(events: readonly RunEvent[]): Message | undefined {
    for (const event of events) this.#encode(event);
    return this.#attempt(() => this.#writePending());
  }

  /** Tries again to write what is pending, and makes all of it outlast a loss of power. */
  flush(): Message | undefined {
    return this.#attempt(() => {
      this.#writePending();
      this.file.sync?.();
    });
  }

  /** Flushes once more; what cannot be written now is lost. */
  close(): Message | undefined {
    const problem = this.flush();
    return this.#attempt(() => this.file.close()) ?? problem;
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

  #writePending(): void {
    if (this.#pending.length === 0) return;
    const bytes = concatenate(this.#pending);
    this.file.write(bytes, this.#position);
    this.#position += bytes.length;
    this.#pending = [];
  }

  #attempt(write: () => void): Message | undefined {
    try {
      write();
      return undefined;
    } catch (error) {
      return message(
        'The run log {path} cannot be written: {cause}. Bytes that wait in memory: {bytes}. Make room or mend the access to the folder, then resume the run.',
        { path: this.path, cause: describe(error), bytes: count(this.pendingBytes) },
      );
    }
  }
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}

function describe(error: unknown): Message | string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return message('the disk is full');
  return error.message;
}
