import type * as vscode from 'vscode';
import { eventForPage, runForPage } from '../../run/hardest.ts';
import { encodeJson } from '../../run/json.ts';
import type { Run } from '../../run/run.ts';
import type { RunStore, StoreChange } from '../../run/store.ts';
import type { FromPage, RunChange, ToPage } from '../../protocol.ts';
import type { Tab } from '../../tabs.ts';
import { Disposables, Throttle } from '../disposables.ts';
import { parseFromPage } from './from-page.ts';
import type { PageWorkers } from '../gpu/page-workers.ts';
import type { PageIntents } from './page-intents.ts';

const updatesPerSecond = 10;

/**
 * Keeps one page true to the store: a snapshot when it asks, then numbered changes, coalesced. A
 * page that is hidden costs nothing: what it misses, it asks for when it is shown again.
 */
export class PageChannel extends Disposables {
  #sequence = 0;
  #pending: RunChange[] = [];
  #listening = false;
  #wasReady = false;
  #shown: readonly string[] = [];
  #tab: Tab | undefined;
  readonly #throttle = this.add(new Throttle(1000 / updatesPerSecond, () => this.#flush()));

  constructor(
    readonly webview: vscode.Webview,
    readonly store: RunStore,
    /** The runs that this page shows now. */
    readonly runs: () => readonly Run[],
    readonly intents: PageIntents,
    /** What holds workers in the page, where they may be. */
    readonly workers?: Pick<PageWorkers, 'attach' | 'receive'>,
  ) {
    super();
    this.add(webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.add(store.onDidChange((change) => this.#take(change)));
  }

  /** Whether the page has ever asked: its script runs. */
  get wasReady(): boolean {
    return this.#wasReady;
  }

  /** Whether the page that is shown has asked for the runs, and is sent what changes. */
  get isListening(): boolean {
    return this.#listening;
  }

  /** The page shows other runs now, in this view if one is wanted. */
  reset(tab?: Tab): void {
    this.#tab = tab ?? this.#tab;
    if (this.#listening) this.#sendSnapshot();
  }

  /** The page makes the report of what it shows, and sends it as a file to be saved. */
  askForReport(): void {
    this.#flush(); // With all that has happened.
    this.#send({ type: 'report' });
  }

  /** A page that was kept while it was hidden is shown again, and does not ask by itself. */
  wake(): void {
    if (!this.#wasReady) return;
    this.#listening = true;
    this.#sendSnapshot();
  }

  /** The page is hidden or gone: nothing is sent until it asks anew. */
  sleep(): void {
    this.#listening = false;
    this.#pending = [];
  }

  #receive(message: unknown): void {
    const intent = parseFromPage(message);
    if (intent === undefined)
      return this.intents.report(
        `Unknown message from a page: ${encodeJson(message).slice(0, 1000)}`,
      );
    switch (intent.type) {
      case 'ready':
        return this.#begin(intent.page);
      case 'ask':
        return void this.#answer(intent);
      case 'from-worker':
      case 'worker-gone':
        return this.workers?.receive(intent);
      default:
        return this.intents.act(intent);
    }
  }

  #begin(page: string | undefined): void {
    if (page !== undefined)
      this.workers?.attach(page, (toWorker) => void this.webview.postMessage(toWorker));
    this.#listening = true;
    this.#wasReady = true;
    this.#sendSnapshot();
  }

  /** A page that is gone by then does not get it; one that was loaded anew knows no such question. */
  async #answer({ id, question }: Extract<FromPage, { type: 'ask' }>): Promise<void> {
    const answer = await this.intents.answer(question);
    if (this.#listening) this.#send({ type: 'answer', id, answer });
  }

  #take(change: StoreChange): void {
    if (!this.#listening) return;
    if (change.type === 'runs') return this.#sendSnapshot();
    const { run, event } = change;
    if (!this.#shown.includes(run.identity.id)) return this.#checkShown();
    this.#sequence++;
    this.#pending.push({ runId: run.identity.id, event: eventForPage(event) });
    this.#throttle.schedule();
  }

  /** An event can bring a run into a view that shows what is active. */
  #checkShown(): void {
    const ids = this.runs().map((run) => run.identity.id);
    if (ids.join() !== this.#shown.join()) this.#sendSnapshot();
  }

  #flush(): void {
    if (!this.#listening || this.#pending.length === 0) return;
    const changes = this.#pending;
    this.#pending = [];
    this.#send({ type: 'changes', sequence: this.#sequence, changes });
  }

  #sendSnapshot(): void {
    const runs = this.runs();
    this.#pending = [];
    this.#shown = runs.map((run) => run.identity.id);
    const tab = this.#tab && { tab: this.#tab };
    this.#tab = undefined;
    this.#send({ type: 'snapshot', sequence: this.#sequence, runs: runs.map(runForPage), ...tab });
  }

  #send(message: ToPage): void {
    void this.webview.postMessage(encodeJson(message));
  }
}
