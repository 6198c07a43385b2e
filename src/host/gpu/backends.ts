import * as vscode from 'vscode';
import { message, type MessageArg, type Message, type Translator } from '../../l10n.ts';
import type { Platform, TrainingWorker } from '../../platform/platform.ts';
import { runsTitle } from '../../run/labels.ts';
import type { Run } from '../../run/run.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import type { Place } from '../job.ts';
import type { Lab } from '../lab.ts';
import { Patience } from '../patience.ts';
import type { Panel } from '../views/panel.ts';
import { backendSetting, backendSettingOf, type BackendSetting } from './backend-setting.ts';
import { MeasuredBackends } from './measured-backends.ts';
import { PageWorkers } from './page-workers.ts';

/** Milliseconds for which trainings wait for an answer. */
const answerPatience = 60_000;

/**
 * Where runs are trained: beside the extension host on the processor, or where the graphics card is, which
 * for a desktop is the panel's page.
 */
export class Backends extends Disposables {
  readonly workers: PageWorkers;
  #lab: Lab | undefined;
  #panel: Panel | undefined;
  #measured: MeasuredBackends | undefined;

  constructor(
    readonly platform: Platform,
    readScript: () => Promise<Uint8Array>,
    readonly t: Translator,
  ) {
    super();
    this.workers = new PageWorkers(
      readScript,
      platform.files,
      () => this.#panel?.isOpen === true || this.#panel?.show(),
      (lost) => void this.#goOn(lost),
    );
  }

  /** The parts that are made with this one. */
  connect(lab: Lab, panel: Panel, memory: vscode.Memento, log: vscode.LogOutputChannel): void {
    this.#lab = lab;
    this.#panel = panel;
    this.#measured = new MeasuredBackends(memory, lab.inputs.prepare, (text) => log.info(text));
    this.add(
      lab.store.onDidChange((change) => {
        if (change.type === 'event' && change.event.type === 'finished') this.#measure(change.run);
      }),
    );
    this.add(this.#renewing(panel));
  }

  /** Whether the panel's page is to hold workers if need be. */
  readonly mayHoldWorkers = (): boolean =>
    !this.platform.hasCard && ['auto', 'webgl'].includes(this.#setting);

  /** Where a run is to be trained by now. @param isMoved whether it was trained elsewhere, so that no page is opened for it */
  readonly place = (run: Run, isMoved: boolean): Place => {
    const setting = this.#setting;
    const wanted = setting === 'auto' ? (this.#measured?.fasterFor(run) ?? 'node') : setting;
    const worker = wanted === 'webgl' ? this.#startOnCard(run, isMoved) : undefined;
    if (worker) return { worker, backend: 'webgl' };
    return { worker: this.platform.startWorker(), backend: wanted === 'cpu' ? 'cpu' : 'wasm' };
  };

  get #setting(): BackendSetting {
    return backendSettingOf(vscode.workspace.getConfiguration().get(backendSetting));
  }

  /** A page runs no code of a person's own: its policy does not let it. */
  #startOnCard({ identity }: Run, isMoved: boolean): TrainingWorker | undefined {
    if (this.platform.hasCard) return this.platform.startWorker();
    if (identity.spec.loss.module !== null || (isMoved && !this.workers.isThere)) return undefined;
    return this.workers.start();
  }

  /** A page that may hold workers is another than one that may not; what it holds is lost with it. */
  #renewing(panel: Pick<Panel, 'renew'>): Disposable {
    let mayHoldWorkers = this.mayHoldWorkers();
    return vscode.workspace.onDidChangeConfiguration(() => {
      if (this.mayHoldWorkers() === mayHoldWorkers) return;
      mayHoldWorkers = this.mayHoldWorkers();
      panel.renew();
    });
  }

  /** Once nothing trains, so that neither disturbs the other. */
  #measure(run: Run): void {
    const { hasCard } = this.platform;
    if (this.#setting !== 'auto' || (!hasCard && !this.workers.isThere)) return;
    if (run.state !== 'completed' || this.#lab?.jobs.active.length !== 0) return;
    void this.#measured?.measure(run, {
      startOnProcessor: () => this.platform.startWorker(),
      startOnCard: () => (hasCard ? this.platform.startWorker() : this.workers.start()),
    });
  }

  /**
   * The panel was closed, or its page loaded anew: what trained in it waits for an answer. A question that
   * nobody has seen, as notifications can be turned off, keeps it no longer than a minute.
   */
  async #goOn(lost: readonly TrainingWorker[]): Promise<void> {
    const jobs = [...(this.#lab?.jobs.running.values() ?? [])].filter(({ worker }) =>
      lost.includes(worker),
    );
    if (jobs.length === 0) return;
    const runs = jobs.map(({ run }) => run);
    const [goOn, pause] = [this.t(message('Go On')), this.t(message('Pause'))];
    const text = message(
      '{runs} trained on the graphics card in the panel, which was closed. Go on?',
      { runs: runsTitle(runs) },
    );
    const answer = Promise.resolve(vscode.window.showWarningMessage(this.t(text), goOn, pause));
    await answeredOr(answer, answerPatience);
    for (const job of jobs) job.move(closed);
    if ((await answer) !== pause) return;
    this.#lab?.jobs.control(
      'pause',
      runs.map(({ identity }) => identity.id),
    );
  }
}

/** Resolves with the answer, or after so many milliseconds without one. */
async function answeredOr(answer: Promise<unknown>, milliseconds: number): Promise<void> {
  let patience: Patience | undefined;
  const over = new Promise<void>((resolve) => (patience = new Patience(milliseconds, resolve)));
  await Promise.race([answer, over]);
  patience?.dispose();
}

function closed(epoch: MessageArg): Message {
  return message(
    'The panel in which it trained on the graphics card was closed; it went on from epoch {epoch}.',
    { epoch },
  );
}
