import type { Message } from '../l10n.ts';
import type { Platform } from '../platform/platform.ts';
import type { RunAction } from '../protocol.ts';
import type { RunEvent } from '../run/event.ts';
import { isActive, type Run } from '../run/run.ts';
import type { RunStore } from '../run/store.ts';
import type { Disposable } from './disposables.ts';
import { Job, type Preparation } from './job.ts';

/** Brings what a worker needs; rejects with a `LossLabError` that says what is missing. */
export type PrepareTraining = (run: Run) => Promise<Preparation>;

/**
 * Runs jobs, at most one a core at once; the rest wait in the order in which they came. The running
 * ones share the threads: a job that trains alone has them all, and each has at least its own.
 */
export class Jobs implements Disposable {
  readonly #running = new Map<string, Job>();
  readonly #waiting: Run[] = [];

  constructor(
    readonly store: RunStore,
    readonly platform: Platform,
    readonly prepare: PrepareTraining,
    readonly explain: (error: unknown) => Message,
    /** How many threads may compute in all. */
    readonly threads: () => number,
  ) {}

  start(runs: readonly Run[]): void {
    this.#waiting.push(...runs);
    this.#fill();
  }

  /** Acts on these runs as far as they are active; without ids on all. */
  control(action: RunAction, ids?: readonly string[]): void {
    const wanted = ids ?? this.active.map((run) => run.identity.id);
    for (const id of wanted) {
      const job = this.#running.get(id);
      if (job !== undefined) job.control(action);
      else if (action === 'stop') this.#cancelWaiting(id);
    }
  }

  /** To be called when `threads` has changed; the numbers of a run do not depend on it. */
  shareThreads(): void {
    const share = Math.max(1, Math.floor(this.threads() / this.#running.size));
    for (const job of this.#running.values()) job.setThreads(share);
  }

  /** The jobs that have a worker, by the id of their run. */
  get running(): ReadonlyMap<string, Job> {
    return this.#running;
  }

  get active(): Run[] {
    return this.store.runs.filter((run) => isActive(run.state));
  }

  dispose(): void {
    for (const run of this.#waiting.splice(0)) this.#finishUnstarted(run, 'interrupted');
    for (const job of [...this.#running.values()]) job.interrupt();
  }

  #fill(): void {
    while (this.#running.size < Math.max(1, this.platform.cores)) {
      const run = this.#waiting.shift();
      if (run === undefined) break;
      this.#launch(run);
    }
    this.shareThreads();
  }

  #launch(run: Run): void {
    const { id } = run.identity;
    const emit = (event: RunEvent): void => this.store.apply(id, event);
    const job = new Job(run, this.platform.startWorker(), emit, () => {
      this.#running.delete(id);
      this.#fill();
    });
    this.#running.set(id, job);
    this.prepare(run).then(
      (train) => job.start(train),
      (error: unknown) => job.fail(this.explain(error)),
    );
  }

  #cancelWaiting(id: string): void {
    const index = this.#waiting.findIndex((run) => run.identity.id === id);
    const [run] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (run !== undefined) this.#finishUnstarted(run, 'stopped');
  }

  #finishUnstarted(run: Run, outcome: 'stopped' | 'interrupted'): void {
    const wallTime = Date.now() / 1000;
    this.store.apply(run.identity.id, { type: 'finished', wallTime, step: 0, outcome });
  }
}
