import type { Message } from '../l10n.ts';
import type { RunEvent } from '../run/event.ts';
import type { LogWriter } from '../run/log/writer.ts';

const retryInterval = 5000;

/**
 * Keeps one run on disk while it trains. When the disk takes no more, it says so once and holds
 * every further point in memory, trying again with each event and, after the last, every 5 s.
 */
export class RunLog {
  #failing = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly writer: LogWriter,
    /** Called when writing begins to fail, and again when it still fails after a resume. */
    readonly onProblem: (problem: Message) => void,
    readonly onClosed: () => void,
  ) {}

  /** Writes what happened before the run began, in the run that it continues. Never rejects. */
  async begin(events: readonly RunEvent[]): Promise<void> {
    this.#judge(await this.writer.appendAll(events));
  }

  /** Resolves once the event is on disk or could not be written. Never rejects. */
  async append(event: RunEvent): Promise<void> {
    if (event.type === 'resumed') this.#failing = false;
    const written = this.writer.append(event);
    if (event.type === 'finished') await this.#closeWhenWritten();
    else this.#judge(await written);
  }

  /** Resolves once all is on disk that can be written now. Never rejects. */
  async flush(): Promise<void> {
    this.#judge(await this.writer.flush());
  }

  /** The window closes, or the run is deleted: what cannot be written now is lost. Never rejects. */
  async dispose(): Promise<void> {
    clearTimeout(this.#retry);
    this.#judge(await this.writer.close());
  }

  #judge(problem: Message | undefined): void {
    if (problem !== undefined && !this.#failing) this.onProblem(problem);
    this.#failing = problem !== undefined;
  }

  async #closeWhenWritten(): Promise<void> {
    const problem = await this.writer.flush();
    this.#judge(problem);
    if (problem !== undefined) {
      this.#retry = setTimeout(() => void this.#closeWhenWritten(), retryInterval);
      return;
    }
    await this.writer.close();
    this.onClosed();
  }
}
