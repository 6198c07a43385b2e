import * as vscode from 'vscode';

/** Reads the script of a worker in a browser, or in a page. */
export function workerScript(extensionUri: vscode.Uri): () => Promise<Uint8Array> {
  const uri = vscode.Uri.joinPath(extensionUri, 'dist', 'web', 'worker.js');
  return async () => await vscode.workspace.fs.readFile(uri);
}
