import type * as vscode from 'vscode';
import { activateOn } from './activate.ts';
import type { LossLabApi } from './host/api.ts';
import { nodePlatform } from './platform/node/platform.ts';

/** The entry in a Node extension host: on a desktop, or where VS Code works remotely. */
export function activate(context: vscode.ExtensionContext): LossLabApi {
  return activateOn(context, nodePlatform(context.asAbsolutePath('dist/worker.cjs')));
}
