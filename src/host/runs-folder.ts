import * as vscode from 'vscode';

/**
 * Where runs are kept: the extension's global storage, or by the setting `lossLab.runsLocation` the
 * first workspace folder's `.losslab/runs`.
 */
export function runsFolder(context: vscode.ExtensionContext): string {
  const location = vscode.workspace.getConfiguration('lossLab').get<string>('runsLocation');
  const [workspaceFolder] = vscode.workspace.workspaceFolders ?? [];
  if (location === 'workspace' && workspaceFolder !== undefined) {
    return vscode.Uri.joinPath(workspaceFolder.uri, '.losslab', 'runs').fsPath;
  }
  return vscode.Uri.joinPath(context.globalStorageUri, 'runs').fsPath;
}
