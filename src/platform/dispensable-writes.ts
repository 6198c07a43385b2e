import type { Message } from '../l10n.ts';

/**
 * Writes what a run can do without. What the disk does not take is lost, which is said once a run until
 * something is written again, and the run goes on.
 */
export class DispensableWrites {
  readonly #failing = new Set<string>();

  constructor(readonly onProblem: (problem: Message) => void) {}

  /** @param problem of `cause`, in the words of the operating system */
  attempt(runId: string, write: () => void, problem: (cause: string) => Message): void {
    try {
      write();
      this.#failing.delete(runId);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      if (!this.#failing.has(runId)) this.onProblem(problem(cause));
      this.#failing.add(runId);
    }
  }
}
