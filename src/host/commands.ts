import * as vscode from 'vscode';
import { defaultSpec, lossSpec } from '../experiment/spec.ts';
import { count, message, type Message, type Translator } from '../l10n.ts';
import type { RunAction } from '../protocol.ts';
import { stateLabel } from '../run/labels.ts';
import { isActive, type Run } from '../run/run.ts';
import { Disposables } from './disposables.ts';
import { explain, type Lab } from './lab.ts';
import { askForComparison } from './new-comparison.ts';
import type { Panel } from './views/panel.ts';
import type { RunsTree } from './views/runs-tree.ts';

/** What a command is called on: a tree row, the id in a link, or nothing from the palette. */
type Target = Run | string | undefined;
type Handler = (target?: Target, selected?: readonly Run[]) => void | Promise<void>;

/** Every command of the palette, the trees and the links, in one table. */
export class Commands extends Disposables {
  constructor(
    readonly lab: Lab,
    readonly panel: Panel,
    readonly tree: RunsTree,
    readonly t: Translator,
    readonly log: vscode.LogOutputChannel,
  ) {
    super();
    const table: Record<string, Handler> = {
      compareCrossEntropyAndMse: () => this.#compareCrossEntropyAndMse(),
      newComparison: () => this.#newComparison(),
      openPanel: () => panel.show(),
      openRun: (target) => this.#openRun(target),
      compareSelected: (target, selected) => this.#open(this.#chosen(target, selected)),
      renameRun: (target) => this.#rename(target),
      revealRunFiles: (target) => this.#reveal(target),
      deleteRun: (target, selected) => this.#delete(this.#chosen(target, selected)),
      pause: (target, selected) => this.#control('pause', target, selected),
      resume: (target, selected) => this.#control('resume', target, selected),
      stop: (target, selected) => this.#control('stop', target, selected),
    };
    for (const [name, handler] of Object.entries(table)) this.#register(name, handler);
  }

  /** Starts runs and shows them; returns them for callers of the command. */
  start(specs: readonly unknown[]): readonly Run[] {
    const runs = this.lab.start(specs);
    this.#open(runs);
    return runs;
  }

  #register(name: string, handler: Handler): void {
    const guarded: Handler = async (...args) => {
      try {
        await handler(...args);
      } catch (error) {
        this.log.error(error instanceof Error ? error : String(error));
        void vscode.window.showErrorMessage(this.t(explain(error)));
      }
    };
    this.add(vscode.commands.registerCommand(`lossLab.${name}`, guarded));
  }

  #compareCrossEntropyAndMse(): void {
    this.start([
      { ...defaultSpec, loss: lossSpec('cross-entropy') },
      { ...defaultSpec, loss: lossSpec('mean-squared-error') },
    ]);
  }

  async #newComparison(): Promise<void> {
    const specs = await askForComparison(this.t);
    if (specs !== undefined) this.start(specs);
  }

  async #openRun(target: Target): Promise<void> {
    const run = await this.#one(target, message('Open which run?'));
    if (run !== undefined) this.#open([run]);
  }

  #open(runs: readonly Run[]): void {
    this.panel.show(runs.map((run) => run.identity.id));
  }

  async #rename(target: Target): Promise<void> {
    const run = await this.#one(target, message('Rename which run?'));
    if (run === undefined) return;
    const name = await vscode.window.showInputBox({
      title: this.t(message('Rename Run')),
      value: run.identity.name,
      validateInput: (text) =>
        text.trim() === '' ? this.t(message('A run needs a name.')) : undefined,
    });
    if (name !== undefined) this.lab.library.rename(run, name.trim());
  }

  async #reveal(target: Target): Promise<void> {
    const run = await this.#one(target, message('Reveal the files of which run?'));
    if (run === undefined) return;
    const folder = vscode.Uri.file(this.lab.library.folderOf(run));
    await vscode.commands.executeCommand('revealFileInOS', folder);
  }

  async #delete(runs: readonly Run[]): Promise<void> {
    if (runs.length === 0) return;
    const button = this.t(message('Delete'));
    const answer = await vscode.window.showWarningMessage(
      this.t(deleteQuestion(runs)),
      {
        modal: true,
        detail: this.t(message('The files are removed from disk. This cannot be undone.')),
      },
      button,
    );
    if (answer !== button) return;
    this.lab.jobs.control(
      'stop',
      runs.map((run) => run.identity.id),
    );
    await this.lab.library.delete(runs);
  }

  async #control(action: RunAction, target: Target, selected?: readonly Run[]): Promise<void> {
    const runs =
      target === undefined ? await this.#askActive(action) : this.#chosen(target, selected);
    this.lab.jobs.control(
      action,
      runs.map((run) => run.identity.id),
    );
  }

  /** From the palette: the only active run, or the person's choice of one or all. */
  async #askActive(action: RunAction): Promise<readonly Run[]> {
    const runs = this.lab.jobs.active.filter((run) => canDo(action, run));
    if (runs.length <= 1) {
      if (runs.length === 0) void vscode.window.showInformationMessage(this.t(nothingTo(action)));
      return runs;
    }
    const all = { label: this.t(message('All {count}', { count: count(runs.length) })), runs };
    const picked = await vscode.window.showQuickPick([
      all,
      ...runs.map((run) => this.#pickItem(run)),
    ]);
    return picked?.runs ?? [];
  }

  async #one(target: Target, title: Message): Promise<Run | undefined> {
    const [run] = this.#chosen(target);
    if (run !== undefined) return run;
    const items = this.lab.store.runs.map((each) => this.#pickItem(each));
    return (await vscode.window.showQuickPick(items, { title: this.t(title) }))?.runs[0];
  }

  #pickItem(run: Run): vscode.QuickPickItem & { runs: readonly Run[] } {
    return {
      label: run.identity.name,
      description: this.t(stateLabel(run)),
      detail: run.identity.id,
      runs: [run],
    };
  }

  /** A tree hands over the row under the pointer and, when several are selected, all of them. */
  #chosen(target: Target, selected?: readonly Run[]): readonly Run[] {
    if (selected !== undefined && selected.length > 0) return selected;
    if (target === undefined) return this.tree.selection;
    return this.lab.store.pick([typeof target === 'string' ? target : target.identity.id]);
  }
}

function canDo(action: RunAction, run: Run): boolean {
  if (action === 'pause') return run.state === 'running';
  if (action === 'resume') return run.state === 'paused';
  return isActive(run.state);
}

function nothingTo(action: RunAction): Message {
  switch (action) {
    case 'pause':
      return message('No run is training, so there is nothing to pause.');
    case 'resume':
      return message('No run is paused, so there is nothing to resume.');
    case 'stop':
      return message('No run is training, so there is nothing to stop.');
  }
}

function deleteQuestion(runs: readonly Run[]): Message {
  const [only] = runs;
  if (runs.length === 1 && only !== undefined)
    return message('Delete the run “{name}”?', { name: only.identity.name });
  return message('Delete {count} runs?', { count: count(runs.length) });
}
