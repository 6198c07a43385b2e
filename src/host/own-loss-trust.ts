import * as vscode from 'vscode';
import { LossLabError } from '../error.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { message, type Message } from '../l10n.ts';

/**
 * A loss in a module is code, so it runs only where the person said that code may, and only from there.
 * @throws LossLabError if it may not
 */
export function checkTrust({ loss: { module } }: ExperimentSpec): void {
  if (module === null) return;
  const problem = problemOf(module);
  if (problem) throw new LossLabError(problem);
}

function problemOf(module: string): Message | undefined {
  if (!vscode.workspace.isTrusted)
    return message(
      'The loss in {path} is code of this workspace, which is not trusted, so it is not run. Trust the workspace, or choose another loss.',
      { path: module },
    );
  if (vscode.workspace.getWorkspaceFolder(vscode.Uri.file(module))) return undefined;
  return message(
    'The loss in {path} lies outside the folders of this workspace, so it is not run. Put it into one of them, or open its folder.',
    { path: module },
  );
}
