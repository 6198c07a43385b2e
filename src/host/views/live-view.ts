import * as vscode from 'vscode';
import { message, type Translator } from '../../l10n.ts';
import { isActive, type Run } from '../../run/run.ts';
import type { RunStore } from '../../run/store.ts';
import { Disposables } from '../disposables.ts';
import { PageChannel } from './page-channel.ts';
import type { PageIntents } from './page-intents.ts';
import { pageHtml, webviewOptions } from './page.ts';

/** The sidebar's live view: the running jobs, and the last ones until others begin. */
export class LiveView extends Disposables implements vscode.WebviewViewProvider {
  constructor(
    readonly store: RunStore,
    readonly isTrainedHere: (run: Run) => boolean,
    readonly extensionUri: vscode.Uri,
    readonly intents: PageIntents,
    readonly t: Translator,
  ) {
    super();
    this.add(vscode.window.registerWebviewViewProvider('lossLab.live', this));
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    view.webview.options = webviewOptions(this.extensionUri);
    const channel = new PageChannel(view.webview, this.store, () => this.#runs(), this.intents);
    view.onDidChangeVisibility(() => view.visible || channel.sleep());
    view.onDidDispose(() => channel.dispose());
    view.webview.html = pageHtml(
      view.webview,
      this.extensionUri,
      { view: 'live', title: this.t(message('Live')) },
      this.t,
    );
  }

  #runs(): readonly Run[] {
    const here = this.store.runs.filter(this.isTrainedHere);
    const active = here.filter((run) => isActive(run.state));
    if (active.length > 0) return active;
    return here.filter((run) => run.identity.comparison === here[0]?.identity.comparison);
  }
}
