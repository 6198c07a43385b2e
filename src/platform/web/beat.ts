import type { AddressFiles } from '../address-files.ts';
import { beatInterval, formatBeat } from '../heartbeat.ts';

/**
 * Says in a file that this window is alive, as there is no process that another could ask for. A beat that
 * is not written is left out: the next one comes soon.
 */
export class Beat {
  readonly #timer: ReturnType<typeof setInterval>;
  #last: Promise<void>;

  private constructor(
    readonly files: AddressFiles,
    readonly file: string,
    readonly writer: string,
  ) {
    this.#last = Promise.resolve();
    this.#timer = setInterval(() => {
      this.#last = this.#last.then(() => this.#say()).catch(() => undefined);
    }, beatInterval);
  }

  /** Rejects if the first beat cannot be written. */
  static async begin(files: AddressFiles, file: string, writer: string): Promise<Beat> {
    const beat = new Beat(files, file, writer);
    try {
      await beat.#say();
      return beat;
    } catch (error) {
      clearInterval(beat.#timer);
      throw error;
    }
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#last;
    await this.files.remove(this.file).catch(() => undefined); // It grows old by itself.
  }

  #say(): Promise<void> {
    const text = formatBeat(this.writer, Date.now());
    return this.files.write(this.file, new TextEncoder().encode(text));
  }
}
