import * as vscode from 'vscode';
import type { Translator } from '../../l10n.ts';
import type { PageSetup } from '../../protocol.ts';
import { htmlDocument } from './html-document.ts';

/** The options of every webview: scripts from dist/ alone. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] };
}

/**
 * The HTML of a page: one script, one style sheet, a strict policy, and what it is born with.
 * @param kept what a page that this one replaces kept of its choices
 */
export function pageHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  view: PageSetup['view'],
  title: string,
  t: Translator,
  kept?: unknown,
): string {
  const nonce = crypto.randomUUID();
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  const setup: PageSetup = { view, locale: t.locale, bundle: vscode.l10n.bundle ?? {}, kept };
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
  ];
  const style = `<link rel="stylesheet" href="${file('webview.css')}">`;
  const body = `  <div id="root"></div>
  <script type="application/json" id="setup" nonce="${nonce}">${inScript(setup)}</script>
  <script nonce="${nonce}" src="${file('webview.js')}"></script>`;
  return htmlDocument({ title, policy, style, body }, t);
}

/** JSON that cannot close the script element that holds it. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
