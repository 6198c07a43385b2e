import { count, message, type Translator } from '../l10n.ts';
import type { Terminal } from './terminal.ts';

const eraseLine = '\r\u001b[2K';

/** How many images are read, on a line that is written over; only where a person watches. */
export class ReadingLine {
  #isDrawn = false;

  constructor(
    readonly terminal: Terminal,
    readonly t: Translator,
  ) {}

  show(done: number, total: number): void {
    if (!this.terminal.isTty) return;
    const counts = { done: count(done), total: count(total) };
    this.#isDrawn = true;
    this.terminal.warn(eraseLine + this.t(message('Reading images: {done} of {total}', counts)));
  }

  end(): void {
    if (this.#isDrawn) this.terminal.warn(eraseLine);
  }
}
