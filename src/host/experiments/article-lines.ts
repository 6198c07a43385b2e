import * as vscode from 'vscode';
import { loss, message, type Translator } from '../../l10n.ts';
import { stateLabel } from '../../run/labels.ts';
import type { Run } from '../../run/run.ts';
import type { RunStore } from '../../run/store.ts';
import { Disposables } from '../disposables.ts';

/**
 * The loss of every epoch as a line in a terminal, as the article's program prints it: of the one batch of
 * the epoch, before the step that is taken on it.
 */
export class ArticleLines extends Disposables {
  #screen: Screen | undefined;
  #followed: string | undefined;

  constructor(
    readonly store: RunStore,
    readonly t: Translator,
  ) {
    super();
    this.add({ dispose: () => this.#screen?.terminal.dispose() });
    this.add(
      store.onDidChange((change) => {
        if (change.type !== 'event' || change.run.identity.id !== this.#followed) return;
        const { event, run } = change;
        if (event.type === 'batch') this.#print(event.step, event.loss);
        if (event.type === 'finished') this.#screen?.write(t(stateLabel(run)));
      }),
    );
  }

  /** From now on the lines are those of this run, in a terminal of its own. */
  follow(run: Run): void {
    this.#screen?.terminal.dispose();
    this.#screen = new Screen(this.t(message('Loss Lab: Article')));
    this.#followed = run.identity.id;
    this.#screen.terminal.show(true);
    for (const [index, value] of run.batches.loss.entries()) this.#print(index + 1, value);
  }

  /** Every epoch is one step. */
  #print(epoch: number, value: number): void {
    const figures = { epoch: String(epoch), loss: loss(value) };
    this.#screen?.write(this.t(message('Epoch {epoch}, loss: {loss}', figures)));
  }
}

/** A terminal that shows lines and takes no input. */
class Screen implements vscode.Pseudoterminal {
  readonly #written = new vscode.EventEmitter<string>();
  readonly onDidWrite = this.#written.event;
  readonly terminal: vscode.Terminal;
  /** Lines from before it was open; what is fired then is lost. */
  #waiting: string[] | undefined = [];

  constructor(name: string) {
    this.terminal = vscode.window.createTerminal({ name, pty: this });
  }

  write(line: string): void {
    if (this.#waiting) this.#waiting.push(line);
    else this.#written.fire(`${line}\r\n`);
  }

  open(): void {
    const lines = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const line of lines) this.write(line);
  }

  close(): void {
    this.#waiting = undefined;
    this.#written.dispose();
  }
}
