import * as vscode from 'vscode';
import { experimentText, type ExperimentContent } from '../../experiment/experiment-text.ts';
import { message, type Translator } from '../../l10n.ts';
import { fileEnding } from './addresses.ts';

/**
 * Asks where an experiment is to be kept, writes it and opens it; without a folder open it becomes an
 * untitled document. Undefined if the person gives up.
 */
export async function writeExperiment(
  content: ExperimentContent,
  name: string,
  title: string,
  t: Translator,
): Promise<vscode.TextEditor | undefined> {
  const text = experimentText(content);
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) return openUntitled(text, name);
  const uri = await vscode.window.showSaveDialog({
    title,
    defaultUri: await freeUri(folder.uri, name),
    filters: { [t(message('Experiment of Loss Lab'))]: [fileEnding.slice(1)] },
  });
  if (uri === undefined) return undefined;
  const target = withEnding(uri);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(target);
}

async function openUntitled(text: string, name: string): Promise<vscode.TextEditor> {
  const uri = freeUntitled(name);
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  return editor;
}

async function freeUri(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, numbered(name, number));
    if (!(await exists(uri))) return uri;
  }
}

function freeUntitled(name: string): vscode.Uri {
  const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.from({ scheme: 'untitled', path: numbered(name, number) });
    if (!open.has(uri.toString())) return uri;
  }
}

function numbered(name: string, number: number): string {
  return `${name}${number === 1 ? '' : `-${number}`}${fileEnding}`;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/** A dialog may give a name without the ending that makes the file an experiment. */
function withEnding(uri: vscode.Uri): vscode.Uri {
  if (uri.path.endsWith(fileEnding)) return uri;
  return uri.with({ path: uri.path.replace(/(\.losslab)?(\.json)?$/, '') + fileEnding });
}
