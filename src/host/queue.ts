import type { Run } from '../run/run.ts';

/** Where a run stands in the queue, from 1 on. */
export interface Place {
  readonly place: number;
  readonly count: number;
}

/** The runs that wait for a job, in the order in which they will begin. */
export class Queue {
  readonly #runs: Run[] = [];
  readonly #listeners = new Set<() => void>();

  add(runs: readonly Run[]): void {
    this.#runs.push(...runs);
    this.#tell();
  }

  /** The next one, which waits no more. */
  take(): Run | undefined {
    const run = this.#runs.shift();
    this.#tell();
    return run;
  }

  /** The run, if it was waiting. */
  remove(id: string): Run | undefined {
    const index = this.#indexOf(id);
    const [run] = index < 0 ? [] : this.#runs.splice(index, 1);
    this.#tell();
    return run;
  }

  /** One place towards the front (−1) or the back (+1), as far as there is one. */
  move(id: string, by: -1 | 1): void {
    const from = this.#indexOf(id);
    const [run, other] = [this.#runs[from], this.#runs[from + by]];
    if (run === undefined || other === undefined) return;
    this.#runs[from + by] = run;
    this.#runs[from] = other;
    this.#tell();
  }

  get isEmpty(): boolean {
    return this.#runs.length === 0;
  }

  placeOf({ identity }: Run): Place | undefined {
    const index = this.#indexOf(identity.id);
    return index < 0 ? undefined : { place: index + 1, count: this.#runs.length };
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  #indexOf(id: string): number {
    return this.#runs.findIndex((run) => run.identity.id === id);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
