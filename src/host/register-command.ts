import * as vscode from 'vscode';
import type { Translator } from '../l10n.ts';
import type { Disposable } from './disposables.ts';
import { explain } from './lab.ts';

/** Where what went wrong is written. */
export type ErrorLog = Pick<vscode.LogOutputChannel, 'error'>;

/** Makes `handler` the command `lossLab.<name>`; what it throws is told to the person and logged. */
export function registerCommand(
  name: string,
  handler: (target?: never, selected?: never) => void | Promise<void>,
  t: Translator,
  log: ErrorLog,
): Disposable {
  return vscode.commands.registerCommand(`lossLab.${name}`, (target?: never, selected?: never) =>
    tellFailure(() => handler(target, selected), t, log),
  );
}

/** Does what a person asked for; what it throws is told to the person and logged. */
export async function tellFailure(
  act: () => void | Promise<void>,
  t: Translator,
  log: ErrorLog,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(t(explain(error)));
  }
}
