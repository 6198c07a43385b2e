import * as vscode from 'vscode';
import { Disposables } from '../disposables.ts';

/** One panel for pages without a script; the one that is shown last takes the place of the others. */
export class StaticPanel extends Disposables {
  #panel: vscode.WebviewPanel | undefined;

  /** @param commands that links of its pages may call */
  constructor(
    readonly viewType: string,
    readonly commands: readonly string[] = [],
  ) {
    super();
    this.add({
      dispose: () => {
        this.#panel?.dispose();
      },
    });
  }

  /** What is shown; undefined without a panel. For tests. */
  get html(): string | undefined {
    return this.#panel?.webview.html;
  }

  show(title: string, html: (nonce: string) => string): void {
    this.#panel ??= this.#create();
    this.#panel.title = title;
    this.#panel.webview.html = html(crypto.randomUUID());
    this.#panel.reveal();
  }

  #create(): vscode.WebviewPanel {
    const { commands, viewType } = this;
    const links = commands.length > 0 && { enableCommandUris: commands };
    const options = { enableScripts: false, localResourceRoots: [], ...links };
    const column = vscode.ViewColumn.Active;
    const panel = vscode.window.createWebviewPanel(viewType, 'Loss Lab', column, options);
    panel.onDidDispose(() => (this.#panel = undefined));
    return panel;
  }
}
