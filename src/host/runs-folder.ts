import * as vscode from 'vscode';
import type { Platform } from '../platform/platform.ts';
import { addressOf } from './address-of.ts';

export const runsLocationSetting = 'lossLab.runsLocation';

/**
 * The address of where runs are kept: the extension's global storage, or by the setting
 * `lossLab.runsLocation` the first workspace folder's `.losslab/runs`, if this host can write there.
 */
export function runsFolder(
  context: vscode.ExtensionContext,
  platform: Pick<Platform, 'reaches'>,
): string {
  const location = vscode.workspace.getConfiguration().get<string>(runsLocationSetting);
  const [workspaceFolder] = vscode.workspace.workspaceFolders ?? [];
  if (location === 'workspace' && workspaceFolder && platform.reaches(workspaceFolder.uri.scheme))
    return addressOf(vscode.Uri.joinPath(workspaceFolder.uri, '.losslab', 'runs'));
  return addressOf(vscode.Uri.joinPath(context.globalStorageUri, 'runs'));
}
