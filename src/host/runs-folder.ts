import * as vscode from 'vscode';

export const runsLocationSetting = 'lossLab.runsLocation';

/**
 * Where runs are kept: the extension's global storage, or by the setting `lossLab.runsLocation` the
 * first workspace folder's `.losslab/runs`.
 */
export function runsFolder(context: vscode.ExtensionContext): string {
  const location = vscode.workspace.getConfiguration().get<string>(runsLocationSetting);
  const [workspaceFolder] = vscode.workspace.workspaceFolders ?? [];
  if (location === 'workspace' && workspaceFolder?.uri.scheme === 'file') {
    return vscode.Uri.joinPath(workspaceFolder.uri, '.losslab', 'runs').fsPath;
  }
  return vscode.Uri.joinPath(context.globalStorageUri, 'runs').fsPath;
}
