import * as vscode from 'vscode';
import type { Translator } from '../../l10n.ts';
import { isActive, type Run } from '../../run/run.ts';
import type { RunStore } from '../../run/store.ts';
import { Disposables, Throttle } from '../disposables.ts';
import { statusText, statusTooltip } from './status-text.ts';

const updatesPerSecond = 2;

/** The live loss of the newest job of this window; hidden when the window has trained none. */
export class StatusBar extends Disposables {
  readonly #item: vscode.StatusBarItem;
  #shown = false;

  constructor(
    readonly store: RunStore,
    readonly isTrainedHere: (run: Run) => boolean,
    readonly t: Translator,
  ) {
    super();
    const left = vscode.StatusBarAlignment.Left;
    this.#item = this.add(vscode.window.createStatusBarItem('lossLab.status', left, 10));
    this.#item.name = 'Loss Lab';
    this.#item.command = 'lossLab.openPanel';
    const throttle = this.add(new Throttle(1000 / updatesPerSecond, () => this.#update()));
    this.add(store.onDidChange(() => throttle.schedule()));
  }

  /** What it shows; undefined while hidden. */
  get text(): string | undefined {
    return this.#shown ? this.#item.text : undefined;
  }

  #update(): void {
    const runs = this.store.runs.filter(this.isTrainedHere);
    const active = runs.filter((run) => isActive(run.state));
    const [shown] = active.length > 0 ? active : runs;
    this.#shown = shown !== undefined;
    if (shown === undefined) return this.#item.hide();
    this.#item.text = statusText(shown, this.t);
    this.#item.tooltip = tooltip(active.length > 0 ? active : [shown], this.t);
    this.#item.backgroundColor = background(shown);
    this.#item.show();
  }
}

function tooltip(runs: readonly Run[], t: Translator): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(statusTooltip(runs, t), true);
  markdown.isTrusted = { enabledCommands: ['lossLab.openRun', 'lossLab.stop'] };
  return markdown;
}

function background({ state }: Run): vscode.ThemeColor | undefined {
  if (state !== 'diverged') return undefined;
  return new vscode.ThemeColor('statusBarItem.warningBackground');
}
