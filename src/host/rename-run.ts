import * as vscode from 'vscode';
import { message, type Translator } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import type { RunLibrary } from './run-library.ts';

/** Asks for another name. */
export async function renameRun(run: Run, library: RunLibrary, t: Translator): Promise<void> {
  const name = await vscode.window.showInputBox({
    title: t(message('Rename Run')),
    value: run.identity.name,
    validateInput: (text) => (text.trim() === '' ? t(message('A run needs a name.')) : undefined),
  });
  if (name !== undefined) await library.rename(run, name.trim());
}
