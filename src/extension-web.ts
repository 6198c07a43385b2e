import type * as vscode from 'vscode';
import { activateOn } from './activate.ts';
import type { LossLabApi } from './host/api.ts';
import { windowFiles } from './host/window-files.ts';
import { workerScript } from './host/worker-script.ts';
import { webPlatform } from './platform/web/platform.ts';

/** The entry in a web extension host: a VS Code that is nothing but a page. */
export function activate(context: vscode.ExtensionContext): LossLabApi {
  return activateOn(context, webPlatform(windowFiles, workerScript(context.extensionUri)));
}
