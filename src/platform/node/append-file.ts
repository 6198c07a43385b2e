import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { AppendFile } from '../../run/log/writer.ts';

/** Writes at given positions, so that a record cut short by a full disk is written over. */
export class NodeAppendFile implements AppendFile {
  readonly #descriptor: number;

  /** @param onClose called when nothing more will be written */
  constructor(
    file: string,
    readonly onClose: () => Promise<void>,
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

  close(): Promise<void> {
    closeSync(this.#descriptor);
    return this.onClose();
  }
}
