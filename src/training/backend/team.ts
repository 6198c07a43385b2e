import { Helpfulness } from './helpfulness.ts';
import type { Kernels } from './kernels.ts';
import { partsOf, runPart, SharedTask, type Task } from './task.ts';

/** What a helper thread is born with; all of it can be sent to one. */
export interface HelperSetup {
  readonly kernels: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** The address of the shared task. */
  readonly task: number;
  /** 1 and up; the thread that hands out the tasks is 0. */
  readonly thread: number;
}

/** Starts a thread that calls `help` with the setup; the function that it gives ends the thread. */
export type StartHelper = (setup: HelperSetup) => () => void;

/** How long the others may take for the last parts, in milliseconds, before they are taken for dead. */
const patience = 20_000;

/** How often a thread looks before it sleeps: some 200 µs, longer than the pauses between two tasks. */
const watches = 20_000;

/**
 * The threads that share the work of the kernels. A task is cut the same way however many there are, so
 * that the numbers are the same too.
 */
export class Team {
  #threads = 1;
  #helped = 0;
  readonly #helpers: (() => void)[] = [];
  readonly #shared: SharedTask | undefined;
  readonly #helpfulness = new Helpfulness();

  /** Without `hire` there is one thread for ever. */
  constructor(
    readonly kernels: Kernels,
    readonly hire?: {
      readonly start: StartHelper;
      readonly module: WebAssembly.Module;
      readonly memory: WebAssembly.Memory;
      readonly task: number;
    },
  ) {
    this.#shared = hire && new SharedTask(hire.memory, hire.task);
  }

  get threads(): number {
    return this.#threads;
  }

  /** Parts of tasks that helpers have done so far. */
  get helped(): number {
    return this.#helped;
  }

  /** Those that are too many sleep; those that lack are started. */
  setThreads(count: number): void {
    if (!this.hire) return;
    this.#threads = Math.max(1, count);
    this.#shared?.setThreads(this.#threads);
    const { start, module, memory, task } = this.hire;
    while (this.#helpers.length < this.#threads - 1) {
      const thread = this.#helpers.length + 1;
      this.#helpers.push(start({ kernels: module, memory, task, thread }));
    }
  }

  /** Does all of a task; the scratch must do for `maxThreads`. */
  run(task: Task): void {
    const parts = partsOf(task);
    const shared = this.#shared;
    if (this.#threads === 1 || parts < 2 || !shared || !this.#helpfulness.isHelp()) {
      for (let part = 0; part < parts; part++) runPart(this.kernels, task, part, 0);
      return;
    }
    const start = performance.now();
    shared.publish(task);
    this.#helped += parts - shared.work(this.kernels, 0);
    const done = performance.now();
    waitFor(() => shared.done === parts);
    const end = performance.now();
    this.#helpfulness.note(end - start, end - done);
  }

  /** Threads that may be at work, those counted that are to sleep from now on. */
  get maxThreads(): number {
    return this.#helpers.length + 1;
  }

  dispose(): void {
    for (const end of this.#helpers.splice(0)) end();
    this.#threads = 1;
  }
}

function waitFor(isDone: () => boolean): void {
  let [last, waited] = [performance.now(), 0];
  while (!isDone()) {
    for (let i = 0; i < watches; i++) if (isDone()) return;
    const now = performance.now();
    // A machine that slept between two looks has waited for nobody.
    waited += Math.min(now - last, 100);
    last = now;
    if (waited > patience) throw new Error('A helper thread does not answer');
  }
}

/** What a helper thread does, for ever. */
export function help(kernels: Kernels, { memory, task, thread }: HelperSetup): never {
  const shared = new SharedTask(memory, task);
  for (;;) {
    shared.waitForWork(watches, thread);
    shared.work(kernels, thread);
  }
}
