import * as vscode from 'vscode';
import { LossLabError } from '../error.ts';
import { message } from '../l10n.ts';
import { uriOf } from './uri-of.ts';

/** Shows a folder of runs in the file manager, or in the explorer where it lies in the workspace. */
export async function revealRunFiles(folder: string): Promise<void> {
  const uri = uriOf(folder);
  if (vscode.env.uiKind === vscode.UIKind.Desktop && uri.scheme === 'file')
    return vscode.commands.executeCommand('revealFileInOS', uri);
  if (vscode.workspace.getWorkspaceFolder(uri))
    return vscode.commands.executeCommand('revealInExplorer', uri);
  throw new LossLabError(
    message(
      'A browser has no file manager. The files are in {folder}; with lossLab.runsLocation they are kept in the workspace.',
      { folder },
    ),
  );
}
