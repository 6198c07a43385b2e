import * as vscode from 'vscode';
import { activateOn } from './activate.ts';
import type { LossLabApi } from './host/api.ts';
import { windowFiles } from './host/window-files.ts';
import { webPlatform } from './platform/web/platform.ts';

/** The entry in a web extension host: a VS Code that is nothing but a page. */
export function activate(context: vscode.ExtensionContext): LossLabApi {
  const worker = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'worker.js');
  const readWorker = async (): Promise<Uint8Array> => vscode.workspace.fs.readFile(worker);
  return activateOn(context, webPlatform(windowFiles, readWorker));
}
