import { count, loss, message, percent, type Translator } from '../l10n.ts';
import type { RunEvent } from '../run/event.ts';
import type { Run } from '../run/run.ts';
import { verdictText } from './fair.ts';
import { finishedLine, startedLine, summary } from './sentences.ts';
import { displayWidth } from './table.ts';
import type { Display, Terminal } from './terminal.ts';

/** Milliseconds between two drawings. */
const interval = 100;
const cells = 24;
const eraseLine = '\r\u001b[2K';

/** One line a run that is written over while it trains. */
export class ProgressBar implements Display {
  #drawnAt = -Infinity;

  constructor(
    readonly terminal: Terminal,
    readonly t: Translator,
  ) {}

  show(run: Run, event: RunEvent): void {
    if (event.type === 'started') this.terminal.write(`${startedLine(run, this.t)}\n`);
    if (event.type === 'finished')
      this.terminal.write(`${eraseLine}${finishedLine(run, this.t)}\n`);
    else if (performance.now() - this.#drawnAt >= interval) this.#draw(run);
  }

  end(runs: readonly Run[]): void {
    this.terminal.write(`\n${summary(runs, this.t)}\n`);
  }

  conclude(runs: readonly Run[]): void {
    this.terminal.write(`\n${verdictText(runs, this.t)}\n`);
  }

  #draw(run: Run): void {
    this.#drawnAt = performance.now();
    this.terminal.write(
      eraseLine + fit(`${bar(run)} ${this.#figures(run)}`, this.terminal.columns()),
    );
  }

  #figures({ batches, epochs, identity }: Run): string {
    return this.t(
      message('{epoch}/{epochs}  loss {loss}  validation accuracy {accuracy}', {
        epoch: count(epochs.epoch.at(-1) ?? 0),
        epochs: count(identity.spec.epochs),
        loss: loss(batches.loss.at(-1) ?? NaN),
        accuracy: percent(epochs.validation.accuracy.at(-1) ?? NaN),
      }),
    );
  }
}

function bar({ step, setting, identity }: Run): string {
  const share = step / (identity.spec.epochs * (setting?.stepsPerEpoch ?? Infinity));
  const full = Math.round(cells * share);
  return '█'.repeat(full) + '░'.repeat(cells - full);
}

/** Cut to the terminal's width: a line that wraps cannot be erased. */
function fit(line: string, columns: number): string {
  let kept = line;
  while (columns > 0 && displayWidth(kept) >= columns) kept = kept.slice(0, -1);
  return kept;
}
