import type { Translator } from '../l10n.ts';
import type { RunEvent } from '../run/event.ts';
import type { Run } from '../run/run.ts';
import { verdictText } from './fair.ts';
import { epochLine, finishedLine, startedLine, summary } from './sentences.ts';
import type { Display, Terminal } from './terminal.ts';

/** A line an epoch, for files and pipes. */
export class PlainLines implements Display {
  constructor(
    readonly terminal: Terminal,
    readonly t: Translator,
  ) {}

  show(run: Run, event: RunEvent): void {
    if (event.type === 'started') this.#line(startedLine(run, this.t));
    if (event.type === 'epoch' && event.epoch > 0) this.#line(epochLine(run, event, this.t));
    if (event.type === 'finished') this.#line(finishedLine(run, this.t));
  }

  end(runs: readonly Run[]): void {
    this.#line('');
    this.#line(summary(runs, this.t));
  }

  conclude(runs: readonly Run[]): void {
    this.#line(`\n${verdictText(runs, this.t)}`);
  }

  #line(text: string): void {
    this.terminal.write(`${text}\n`);
  }
}
