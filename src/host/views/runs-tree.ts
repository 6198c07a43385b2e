import * as vscode from 'vscode';
import { gather, isComparison, type Comparison, type RunRow } from '../../insight/comparisons.ts';
import type { Translator } from '../../l10n.ts';
import { changesState } from '../../run/event.ts';
import type { Run } from '../../run/run.ts';
import type { RunStore } from '../../run/store.ts';
import { Disposables, Throttle } from '../disposables.ts';
import type { Queue } from '../queue.ts';
import { comparisonItem } from './comparison-item.ts';
import { runItem } from './run-item.ts';

const updatesPerSecond = 2;

/** The runs, newest first, as the tree of the sidebar shows them: those of a large comparison as one. */
export class RunsTree extends Disposables implements vscode.TreeDataProvider<RunRow> {
  readonly #changed = this.add(new vscode.EventEmitter<RunRow | undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #view: vscode.TreeView<RunRow>;
  readonly #stale = new Set<RunRow>();
  #rows: readonly RunRow[];

  constructor(
    readonly store: RunStore,
    readonly queue: Queue,
    readonly t: Translator,
  ) {
    super();
    this.#rows = gather(store.runs);
    const options = { treeDataProvider: this, canSelectMany: true };
    this.#view = this.add(vscode.window.createTreeView('lossLab.runs', options));
    const throttle = this.add(new Throttle(1000 / updatesPerSecond, () => this.#refreshStale()));
    this.add(
      store.onDidChange((change) => {
        if (change.type === 'runs') return this.#regather();
        this.#stale.add(change.run);
        if (changesState(change.event)) this.#addParent(change.run);
        throttle.schedule();
      }),
    );
    this.add(
      queue.onDidChange(() => {
        for (const run of store.runs) if (run.state === 'queued') this.#stale.add(run);
        throttle.schedule();
      }),
    );
  }

  get selection(): readonly RunRow[] {
    return this.#view.selection;
  }

  getChildren(parent?: RunRow): RunRow[] {
    if (parent === undefined) return [...this.#rows];
    return isComparison(parent) ? [...parent.runs] : [];
  }

  getParent(row: RunRow): Comparison | undefined {
    if (isComparison(row)) return undefined;
    return this.#rows.filter(isComparison).find(({ id }) => id === row.identity.comparison);
  }

  getTreeItem(row: RunRow): vscode.TreeItem {
    if (isComparison(row)) return comparisonItem(row, this.t);
    return runItem(row, this.queue.placeOf(row), this.t);
  }

  #regather(): void {
    this.#rows = gather(this.store.runs);
    this.#stale.clear();
    this.#changed.fire(undefined);
  }

  /** Its row tells of states alone, so it need not be drawn anew with every batch. */
  #addParent(run: Run): void {
    const parent = this.getParent(run);
    if (parent !== undefined) this.#stale.add(parent);
  }

  #refreshStale(): void {
    for (const row of this.#stale) this.#changed.fire(row);
    this.#stale.clear();
  }
}
