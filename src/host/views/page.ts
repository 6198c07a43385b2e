import * as vscode from 'vscode';
import type { Translator } from '../../l10n.ts';
import type { PageSetup } from '../../protocol.ts';
import { htmlDocument } from './html-document.ts';

/** The options of every webview: scripts from dist/ alone. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] };
}

export interface PageOptions {
  readonly view: PageSetup['view'];
  readonly title: string;
  /** Whether workers of ours may run in it, from a blob: WebGL, and WebAssembly where that is lost. */
  readonly holdsWorkers?: boolean;
  /** What a page that this one replaces kept of its choices. */
  readonly kept?: unknown;
}

/** The HTML of a page: one script, one style sheet, a strict policy, and what it is born with. */
export function pageHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { view, title, holdsWorkers = false, kept }: PageOptions,
  t: Translator,
): string {
  const nonce = crypto.randomUUID();
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  const bundle = vscode.l10n.bundle ?? {};
  const setup: PageSetup = { view, locale: t.locale, bundle, holdsWorkers, kept };
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'${holdsWorkers ? ` 'wasm-unsafe-eval'` : ''}`,
    ...(holdsWorkers ? ['worker-src blob:'] : []),
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
