import * as vscode from 'vscode';
import type { Translator } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import type { RunStore } from '../../run/store.ts';
import type { Tab } from '../../tabs.ts';
import { Disposables } from '../disposables.ts';
import { viewTitle } from '../../insight/comparisons.ts';
import { keptRunIds } from './kept-runs.ts';
import { PageChannel } from './page-channel.ts';
import { pageHtml, webviewOptions } from './page.ts';
import type { PageWorkers } from '../gpu/page-workers.ts';
import type { PageIntents } from './page-intents.ts';

/**
 * In a browser, the first webview of a profile can miss the start of the service worker that serves
 * it, and then stays blank for good; a second one does not. Milliseconds until it is replaced; each
 * one in a row is given twice as long, so that a page that is only slow gets there.
 */
const blankPatience = 4000;

const viewType = 'lossLab.panel';

/** Workers in the panel's page. */
export interface PanelBackends {
  readonly workers: PageWorkers;
  /** Whether any may be wanted; the page is then kept while it is hidden. */
  mayHoldWorkers(): boolean;
}

interface OpenPanel {
  readonly panel: vscode.WebviewPanel;
  readonly channel: PageChannel;
  /** What its page was given to recall of the choices in one before. */
  readonly kept: unknown;
}

interface Place {
  readonly viewColumn: vscode.ViewColumn;
  readonly preserveFocus?: boolean;
}

/** The one panel in the editor area; it shows the runs that were opened last. */
export class Panel extends Disposables {
  #open: OpenPanel | undefined;
  #runIds: readonly string[] = [];
  #watch: ReturnType<typeof setTimeout> | undefined;
  #patience = blankPatience;

  constructor(
    readonly store: RunStore,
    readonly extensionUri: vscode.Uri,
    readonly intents: PageIntents,
    readonly backends: PanelBackends,
    readonly t: Translator,
    /** Resolves once the runs on disk have been read. */
    readonly runsRead: Promise<void>,
  ) {
    super();
    this.add(
      vscode.window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state) => this.restore(panel, state),
      }),
    );
    this.add({
      dispose: () => {
        this.#open?.panel.dispose();
      },
    });
    this.add(store.onDidChange((change) => change.type === 'runs' && this.#retitle()));
  }

  /**
   * Shows these runs; without any, the ones shown before or the newest comparison.
   * @param tab the view to turn to; without one the page stays where it is
   */
  show(runIds: readonly string[] = [], tab?: Tab): void {
    if (runIds.length > 0) this.#runIds = [...new Set(runIds)];
    else if (this.runs.length === 0) this.#runIds = newestComparison(this.store.runs);
    if (this.#open === undefined) this.#create();
    else this.#open.panel.reveal();
    this.#open?.channel.reset(tab);
    this.#retitle();
  }

  /** Shows these too, without a change of focus, if `id` is still among those shown. */
  extend(id: string, runs: readonly Run[]): void {
    if (!this.#runIds.includes(id)) return;
    this.#runIds = [...new Set([...this.#runIds, ...runs.map(({ identity }) => identity.id)])];
    this.#open?.channel.reset();
    this.#retitle();
  }

  /** Takes over a panel of a window that was reloaded, with the runs of its page that are still there. */
  async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (this.#open !== undefined) {
      panel.dispose();
      return;
    }
    const ids = keptRunIds(state);
    if (ids.length > 0) this.#runIds = ids;
    panel.webview.options = webviewOptions(this.extensionUri);
    const open = this.#adopt(panel, state);
    await this.runsRead;
    if (!this.#holds(panel)) return; // Closed meanwhile.
    if (this.runs.length === 0) this.#runIds = newestComparison(this.store.runs);
    this.#load(open);
    this.#retitle();
  }

  /**
   * Until its page has asked for the runs, or will not soon: another page that is opened meanwhile can make
   * a browser's first one miss its start.
   */
  async settled(): Promise<void> {
    const until = Date.now() + 2 * blankPatience;
    while (this.#open !== undefined && !this.#open.channel.wasReady && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** To be called when `mayHoldWorkers` has changed: what a page may do is settled at its birth. */
  renew(): void {
    if (this.#open !== undefined) this.#replace(this.#open, undefined);
  }

  /** To the page, while there is one. */
  get channel(): PageChannel | undefined {
    return this.#open?.channel;
  }

  get runs(): readonly Run[] {
    return this.store.pick(this.#runIds);
  }

  #holds(panel: vscode.WebviewPanel): boolean {
    return this.#open?.panel === panel;
  }

  /** @param kept what the page of a panel that it replaces was to recall */
  #create(where: Place = newPlace(), kept?: unknown): void {
    const panel = vscode.window.createWebviewPanel(viewType, this.#title, where, {
      // A browser names the frame by its title, and not anew.
      ...webviewOptions(this.extensionUri),
      retainContextWhenHidden: this.backends.mayHoldWorkers(),
    });
    this.#load(this.#adopt(panel, kept));
  }

  #adopt(panel: vscode.WebviewPanel, kept: unknown): OpenPanel {
    const icon = (theme: string): vscode.Uri =>
      vscode.Uri.joinPath(this.extensionUri, 'media', `loss-lab-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const shown = (): readonly Run[] => this.runs;
    const channel = new PageChannel(
      panel.webview,
      this.store,
      shown,
      this.intents,
      this.backends.workers,
    );
    const open = { panel, channel, kept };
    panel.onDidChangeViewState(() => {
      if (!panel.visible) channel.sleep();
      else if (panel.options.retainContextWhenHidden) channel.wake();
      this.#watchForBlank(open);
    });
    panel.onDidDispose(() => {
      clearTimeout(this.#watch);
      channel.dispose();
      this.#open = undefined;
      this.backends.workers.detach();
    });
    this.#open = open;
    return open;
  }

  #load(open: OpenPanel): void {
    const { extensionUri, t } = this;
    const page = {
      view: 'panel',
      title: 'Loss Lab',
      holdsWorkers: this.backends.mayHoldWorkers(),
      kept: open.kept,
    } as const;
    const { webview } = open.panel;
    webview.html = pageHtml(webview, extensionUri, page, t);
    this.#watchForBlank(open);
  }

  /** To be called whenever a page begins: when it is made, and when one that was hidden is shown. */
  #watchForBlank(open: OpenPanel): void {
    clearTimeout(this.#watch);
    if (vscode.env.uiKind !== vscode.UIKind.Web || open.panel.webview.html === '') return;
    this.#watch = setTimeout(() => {
      if (open.channel.isListening) {
        this.#patience = blankPatience;
      } else if (open.panel.visible) {
        this.#patience *= 2;
        this.#replace(open, open.kept);
      }
    }, this.#patience);
  }

  /** Another panel in its place; the focus stays where it is. */
  #replace({ panel }: OpenPanel, kept: unknown): void {
    const { viewColumn = vscode.ViewColumn.Active, active } = panel;
    panel.dispose();
    this.#create({ viewColumn, preserveFocus: !active }, kept);
    this.#retitle();
  }

  get #title(): string {
    return this.t(viewTitle(this.runs));
  }

  #retitle(): void {
    if (this.#open !== undefined) this.#open.panel.title = this.#title;
  }
}

/** Beside what is open, if anything is. */
function newPlace(): Place {
  const beside = vscode.window.tabGroups.activeTabGroup.tabs.length > 0;
  return { viewColumn: beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active };
}

function newestComparison(runs: readonly Run[]): string[] {
  const [newest] = runs;
  return runs
    .filter((run) => run.identity.comparison === newest?.identity.comparison)
    .map((run) => run.identity.id);
}
