import { concatenate } from '../../run/log/concatenate.ts';
import type { AppendFile } from '../../run/log/writer.ts';
import type { AddressFiles } from '../address-files.ts';
import { replace } from './replace.ts';

/** Bytes from which on a part is left as it is and the next one begins. */
const fullPart = 256 * 1024;

/** Milliseconds between two writes. */
const interval = 1000;

/**
 * The event file of a run where a file can only be written whole: parts of some size, of which only the
 * last is written anew. Each holds whole records, and their names are in the order of time, so that a
 * reader, TensorBoard too, takes one after the other.
 */
export class EventParts implements AppendFile {
  #part = 0;
  #content: Uint8Array = new Uint8Array();
  /** By a clock that nobody sets. */
  #lastWrite = -Infinity;
  #isUrgent = false;
  #endWait = (): void => undefined;

  /** @param onClose called when nothing more will be written */
  constructor(
    readonly files: AddressFiles,
    readonly address: string,
    readonly onClose: () => Promise<void>,
  ) {}

  /** Waits until a second after the last write; the writer keeps what comes meanwhile. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.#wait(this.#lastWrite + interval - performance.now());
    this.#lastWrite = performance.now();
    const content = concatenate([this.#content, bytes]);
    await replace(this.files, `${this.address}.${String(this.#part).padStart(5, '0')}`, content);
    this.#content = content;
    if (content.length < fullPart) return;
    this.#part += 1;
    this.#content = new Uint8Array();
  }

  /** Whether nothing waits for its second, now or until told otherwise. */
  setUrgent(isUrgent: boolean): void {
    this.#isUrgent = isUrgent;
    if (isUrgent) this.#endWait();
  }

  close(): Promise<void> {
    return this.onClose();
  }

  async #wait(milliseconds: number): Promise<void> {
    if (milliseconds <= 0 || this.#isUrgent) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
