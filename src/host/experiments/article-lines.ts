import * as vscode from 'vscode';
import { loss, message, type Translator } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import type { RunStore } from '../../run/store.ts';
import { stateLabel } from '../../run/labels.ts';
import { Disposables } from '../disposables.ts';

/**
 * The loss of every epoch as a line, as the article's program prints it: of the one batch of the epoch,
 * before the step that is taken on it.
 */
export class ArticleLines extends Disposables {
  readonly #channel: vscode.OutputChannel;
  #followed: string | undefined;

  constructor(
    readonly store: RunStore,
    readonly t: Translator,
  ) {
    super();
    const name = t(message('Loss Lab: Article'));
    this.#channel = this.add(vscode.window.createOutputChannel(name));
    this.add(
      store.onDidChange((change) => {
        if (change.type !== 'event' || change.run.identity.id !== this.#followed) return;
        const { event, run } = change;
        if (event.type === 'batch') this.#print(event.step, event.loss);
        if (event.type === 'finished') this.#channel.appendLine(t(stateLabel(run)));
      }),
    );
  }

  /** From now on the lines are those of this run. */
  follow(run: Run): void {
    this.#followed = run.identity.id;
    this.#channel.clear();
    this.#channel.show(true);
    for (const [index, value] of run.batches.loss.entries()) this.#print(index + 1, value);
  }

  /** Every epoch is one step. */
  #print(epoch: number, value: number): void {
    const figures = { epoch: String(epoch), loss: loss(value) };
    this.#channel.appendLine(this.t(message('Epoch {epoch}, loss: {loss}', figures)));
  }
}
