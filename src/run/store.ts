import type { RunEvent } from './event.ts';
import { applyEvent } from './reduce.ts';
import type { Run, RunIdentity } from './run.ts';

/** What changed: an event in a run, or the set of runs, their names and colours. */
export type StoreChange =
  | { readonly type: 'event'; readonly run: Run; readonly event: RunEvent }
  | { readonly type: 'runs' };

type Listener = (change: StoreChange) => void;

/** The only mutable truth: every run of this window, changed by events alone. */
export class RunStore {
  readonly #runs = new Map<string, Run>();
  readonly #listeners = new Set<Listener>();

  /** All runs, the newest first; runs that were started together in their order. */
  get runs(): readonly Run[] {
    return [...this.#runs.values()].sort(newestFirst);
  }

  get(id: string): Run | undefined {
    return this.#runs.get(id);
  }

  /** The runs of these ids that exist, in the order of the ids. */
  pick(ids: readonly string[]): Run[] {
    return ids.flatMap((id) => this.#runs.get(id) ?? []);
  }

  add(runs: readonly Run[]): void {
    for (const run of runs) this.#runs.set(run.identity.id, run);
    this.#tell({ type: 'runs' });
  }

  apply(id: string, event: RunEvent): void {
    const run = this.#runs.get(id);
    if (run === undefined) return; // Deleted while its worker was still talking.
    applyEvent(run, event);
    this.#tell({ type: 'event', run, event });
  }

  /** Only what names and shows a run: what was trained stays. */
  identify(ids: readonly string[], change: Pick<Partial<RunIdentity>, 'name' | 'colour'>): void {
    const runs = this.pick(ids);
    for (const run of runs) run.identity = { ...run.identity, ...change };
    if (runs.length > 0) this.#tell({ type: 'runs' });
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#runs.delete(id);
    this.#tell({ type: 'runs' });
  }

  onDidChange(listener: Listener): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  #tell(change: StoreChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

function newestFirst(a: Run, b: Run): number {
  return (
    b.identity.createdAt - a.identity.createdAt ||
    a.identity.position - b.identity.position ||
    a.identity.id.localeCompare(b.identity.id, undefined, { numeric: true })
  );
}
