import type { CheckpointMessage, OutputsMessage, ReadingMessage, RunAction } from '../protocol.ts';
import { isActive, type Run } from '../run/run.ts';
import type { RunStore } from '../run/store.ts';
import type { Disposable } from './disposables.ts';
import { Job, type JobMeans } from './job.ts';
import { Queue } from './queue.ts';

/** What jobs need of their surroundings. */
export interface JobsMeans extends JobMeans {
  keepCheckpoint(run: Run, checkpoint: CheckpointMessage): void;
  keepOutputs(run: Run, outputs: OutputsMessage): void;
  /** The images of a run are being read. */
  showReading(run: Run, reading: ReadingMessage): void;
  /** How many threads may compute in all. */
  threads(): number;
  /** How many jobs may compute at once. */
  limit(): number;
}

/**
 * Runs jobs, at most `limit` at once; the rest wait in their queue. The running ones share the threads:
 * a job that trains alone has them all, and each has at least its own. A paused job keeps its worker,
 * but neither counts nor holds threads; resumed, it counts again, beyond the limit if need be.
 */
export class Jobs implements Disposable {
  readonly queue = new Queue();
  readonly #running = new Map<string, Job>();

  constructor(
    readonly store: RunStore,
    readonly means: JobsMeans,
  ) {}

  start(runs: readonly Run[]): void {
    this.queue.add(runs);
    this.refill();
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

  /** To be called when `limit` has changed: starts what may start; what runs already goes on. */
  refill(): void {
    while (!this.queue.isEmpty && this.#computing.length < Math.max(1, this.means.limit())) {
      const run = this.queue.take();
      if (run !== undefined) this.#launch(run);
    }
    this.shareThreads();
  }

  /** To be called when `threads` has changed; the numbers of a run do not depend on it. */
  shareThreads(): void {
    const share = Math.max(1, Math.floor(this.means.threads() / this.#computing.length));
    for (const job of this.#running.values()) job.setThreads(job.isPaused ? 1 : share);
  }

  /** The jobs that have a worker, by the id of their run. */
  get running(): ReadonlyMap<string, Job> {
    return this.#running;
  }

  get active(): Run[] {
    return this.store.runs.filter((run) => isActive(run.state));
  }

  dispose(): void {
    for (let run = this.queue.take(); run !== undefined; run = this.queue.take())
      this.#finishUnstarted(run, 'interrupted');
    for (const job of [...this.#running.values()]) job.interrupt();
  }

  get #computing(): Job[] {
    return [...this.#running.values()].filter((job) => !job.isPaused);
  }

  #launch(run: Run): void {
    const { id } = run.identity;
    const job = new Job(run, this.means, {
      event: (event) => this.store.apply(id, event),
      checkpoint: (checkpoint) => this.means.keepCheckpoint(run, checkpoint),
      outputs: (outputs) => this.means.keepOutputs(run, outputs),
      reading: (reading) => this.means.showReading(run, reading),
      paused: () => this.refill(),
      ended: () => {
        this.#running.delete(id);
        this.refill();
      },
    });
    this.#running.set(id, job);
  }

  #cancelWaiting(id: string): void {
    const run = this.queue.remove(id);
    if (run !== undefined) this.#finishUnstarted(run, 'stopped');
  }

  #finishUnstarted(run: Run, outcome: 'stopped' | 'interrupted'): void {
    const wallTime = Date.now() / 1000;
    const { step } = run;
    this.store.apply(run.identity.id, { type: 'finished', wallTime, step, outcome });
  }
}
