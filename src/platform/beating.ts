import { beatInterval, formatBeat, type Writer } from './heartbeat.ts';

/** Where a beat is written; each in one step, so that nobody reads half of one. */
export interface BeatFile {
  write(text: string): void | Promise<void>;
  remove(): void | Promise<void>;
}

/**
 * Says in the folder of a run that its writer lives, until it ends. A beat that is not written is left out:
 * the next one comes soon.
 */
export class Beating {
  readonly timer: ReturnType<typeof setInterval>;
  #last: Promise<void> = Promise.resolve();

  private constructor(
    readonly file: BeatFile,
    readonly writer: Writer,
  ) {
    this.timer = setInterval(() => {
      this.#last = this.#last.then(() => this.#say()).catch(() => undefined);
    }, beatInterval);
  }

  /** Rejects if the first beat cannot be written. */
  static async begin(file: BeatFile, writer: Writer): Promise<Beating> {
    const beating = new Beating(file, writer);
    try {
      await beating.#say();
      return beating;
    } catch (error) {
      clearInterval(beating.timer);
      throw error;
    }
  }

  /** Never rejects: a beat that is left grows old by itself. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.#last;
    try {
      await this.file.remove();
    } catch {
      // The same.
    }
  }

  async #say(): Promise<void> {
    await this.file.write(formatBeat(this.writer, Date.now()));
  }
}
