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
  #retry: NodeJS.Timeout | undefined;

  constructor(
    readonly writer: LogWriter,
    /** Called when writing begins to fail, and again when it still fails after a resume. */
    readonly onProblem: (problem: Message) => void,
    readonly onClosed: () => void,
  ) {}

  /** Writes what happened before the run began, in the run that it continues. */
  begin(events: readonly RunEvent[]): void {
    this.#judge(this.writer.appendAll(events));
  }

  append(event: RunEvent): void {
    if (event.type === 'resumed') this.#failing = false;
    this.#judge(this.writer.append(event));
    if (event.type === 'finished') this.#closeWhenWritten();
  }

  /** The window closes: what cannot be written now is lost. */
  dispose(): void {
    clearTimeout(this.#retry);
    this.#judge(this.writer.close());
  }

  #judge(problem: Message | undefined): void {
    if (problem !== undefined && !this.#failing) this.onProblem(problem);
    this.#failing = problem !== undefined;
  }

  #closeWhenWritten(): void {
    if (this.writer.flush() !== undefined) {
      this.#retry = setTimeout(() => this.#closeWhenWritten(), retryInterval);
      return;
    }
    this.writer.close();
    this.onClosed();
  }
}
