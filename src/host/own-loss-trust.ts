import { LossLabError } from '../error.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { message, type Message } from '../l10n.ts';

/** What is open in the window. */
export interface Workspace {
  /** Whether the person said that its code may run. */
  readonly isTrusted: boolean;
  /** Whether a file lies in one of its folders. */
  holds(path: string): boolean;
}

/**
 * A loss in a module is code, so it runs only where the person said that code may, and only from there.
 * @throws LossLabError if it may not
 */
export function checkTrust({ loss: { module } }: ExperimentSpec, workspace: Workspace): void {
  const problem = module === null ? undefined : problemOf(module, workspace);
  if (problem) throw new LossLabError(problem);
}

function problemOf(path: string, workspace: Workspace): Message | undefined {
  if (!workspace.isTrusted)
    return message(
      'The loss in {path} is code of this workspace, which is not trusted, so it is not run. Trust the workspace, or choose another loss.',
      { path },
    );
  if (workspace.holds(path)) return undefined;
  return message(
    'The loss in {path} lies outside the folders of this workspace, so it is not run. Put it into one of them, or open its folder.',
    { path },
  );
}
