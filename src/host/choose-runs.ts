import * as vscode from 'vscode';
import { isComparison, type RunRow } from '../insight/comparisons.ts';
import { count, message, type Message, type Translator } from '../l10n.ts';
import type { RunAction } from '../protocol.ts';
import { stateLabel } from '../run/labels.ts';
import type { Run } from '../run/run.ts';
import { canDo } from './can-do.ts';
import type { Lab } from './lab.ts';
import type { RunsTree } from './views/runs-tree.ts';

/** What a command is called on: a row of the tree, the id in a link, or nothing from the palette. */
export type Target = RunRow | string | undefined;

/** Finds the runs that a command means, and asks where that is not clear. */
export class RunChoice {
  constructor(
    readonly lab: Lab,
    readonly tree: RunsTree,
    readonly t: Translator,
  ) {}

  /** A tree hands over the row under the pointer and, when several are selected, all of them. */
  of(target: Target, selected?: readonly RunRow[]): readonly Run[] {
    return this.lab.store.pick([...new Set(this.#idsOf(target, selected))]);
  }

  /** One of those that are `fitting`, by default of all; asked for where several are meant or none is. */
  async one(
    target: Target,
    title: Message,
    fitting: (run: Run) => boolean = () => true,
  ): Promise<Run | undefined> {
    const meant = this.of(target).filter(fitting);
    if (meant.length === 1) return meant[0];
    const among = meant.length > 0 ? meant : this.lab.store.runs.filter(fitting);
    const items = among.map((each) => this.#item(each));
    return (await vscode.window.showQuickPick(items, { title: this.t(title) }))?.runs[0];
  }

  /** From the palette: the only active run, or the person's choice of one or all. */
  async active(action: RunAction): Promise<readonly Run[]> {
    const runs = this.lab.jobs.active.filter((run) => canDo(action, run));
    if (runs.length === 0) void vscode.window.showInformationMessage(this.t(nothingTo(action)));
    if (runs.length <= 1) return runs;
    const all = { label: this.t(message('All {count}', { count: count(runs.length) })), runs };
    const items = [all, ...runs.map((run) => this.#item(run))];
    return (await vscode.window.showQuickPick(items))?.runs ?? [];
  }

  #idsOf(target: Target, selected: readonly RunRow[] = []): string[] {
    if (typeof target === 'string') return [target];
    const rows = selected.length > 0 ? selected : target ? [target] : this.tree.selection;
    const runs = rows.flatMap((row) => (isComparison(row) ? row.runs : [row]));
    return runs.map(({ identity }) => identity.id);
  }

  #item(run: Run): vscode.QuickPickItem & { runs: readonly Run[] } {
    return {
      label: run.identity.name,
      description: this.t(stateLabel(run)),
      detail: run.identity.id,
      runs: [run],
    };
  }
}

function nothingTo(action: RunAction): Message {
  switch (action) {
    case 'pause':
      return message('No run is training, so there is nothing to pause.');
    case 'resume':
      return message('No run is paused, so there is nothing to resume.');
    case 'step':
      return message('No run is paused, so there is none to take a step.');
    case 'stop':
      return message('No run is training, so there is nothing to stop.');
  }
}
