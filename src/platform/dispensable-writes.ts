import type { Message } from '../l10n.ts';

/**
 * Writes what a run can do without. What the disk does not take is lost, which is said once a run until
 * something is written again, and the run goes on.
 */
export class DispensableWrites {
  readonly #failing = new Set<string>();

  constructor(readonly onProblem: (problem: Message) => void) {}

  /**
   * Resolves once all writes have ended, and never rejects.
   * @param problem of `cause`, in the words of the operating system
   */
  async attempt(
    runId: string,
    write: () => readonly Promise<void>[],
    problem: (cause: string) => Message,
  ): Promise<void> {
    const failed = (await Promise.allSettled(write())).find(({ status }) => status === 'rejected');
    if (failed?.status !== 'rejected') {
      this.#failing.delete(runId);
      return;
    }
    const error: unknown = failed.reason;
    const cause = error instanceof Error ? error.message : String(error);
    if (!this.#failing.has(runId)) this.onProblem(problem(cause));
    this.#failing.add(runId);
  }
}
