import * as vscode from 'vscode';
import { lossSpec } from '../experiment/losses/loss-spec.ts';
import { defaultSpec } from '../experiment/spec.ts';
import type { RunRow } from '../insight/comparisons.ts';
import { message, type Translator } from '../l10n.ts';
import type { RunAction } from '../protocol.ts';
import type { Plan } from '../run/new-identity.ts';
import { isFinished, type Run } from '../run/run.ts';
import { parseTab } from '../tabs.ts';
import { chooseColour } from './choose-colour.ts';
import { RunChoice, type Target } from './choose-runs.ts';
import { continueRun } from './continue-run.ts';
import { deleteRuns } from './delete-runs.ts';
import { Disposables } from './disposables.ts';
import { startWithOtherLoss } from './start-with-other-loss.ts';
import type { DataPreview } from './data-preview.ts';
import type { Lab } from './lab.ts';
import { askForComparison } from './new-comparison.ts';
import { renameRun } from './rename-run.ts';
import { registerCommand } from './register-command.ts';
import { revealRunFiles } from './reveal-run-files.ts';
import { exportReport } from './views/export-report.ts';
import type { Panel } from './views/panel.ts';
import type { RunsTree } from './views/runs-tree.ts';

type Handler = (target?: Target, selected?: readonly RunRow[]) => void | Promise<void>;

/** Every command of the palette, the trees and the links, in one table. */
export class Commands extends Disposables {
  readonly #choice: RunChoice;

  constructor(
    readonly lab: Lab,
    readonly panel: Panel,
    readonly tree: RunsTree,
    readonly preview: DataPreview,
    readonly t: Translator,
    readonly log: vscode.LogOutputChannel,
  ) {
    super();
    this.#choice = new RunChoice(lab, tree, t);
    const table: Record<string, Handler> = {
      compareCrossEntropyAndMse: () => this.#compareCrossEntropyAndMse(),
      newComparison: () => this.#newComparison(),
      compareWithLoss: () => this.#compareWithLoss(),
      previewData: (data: unknown) => preview.show(data),
      openPanel: (tab: unknown) => panel.show([], parseTab(tab)),
      openLesson: () => openLesson(),
      exportReport: () => exportReport(panel),
      openRun: (target) => this.#openRun(target),
      compareSelected: (target, selected) => this.#open(this.#choice.of(target, selected)),
      renameRun: (target) => this.#rename(target),
      chooseColour: (target, selected) => this.#chooseColour(target, selected),
      revealRunFiles: (target) => this.#reveal(target),
      deleteRun: (target, selected) => deleteRuns(this.#choice.of(target, selected), lab, t),
      pause: (target, selected) => this.#control('pause', target, selected),
      resume: (target, selected) => this.#control('resume', target, selected),
      step: (target, selected) => this.#control('step', target, selected),
      stop: (target, selected) => this.#control('stop', target, selected),
      continueRun: (target) => this.#continue(target),
      moveUp: (target) => this.#move(target, -1),
      moveDown: (target) => this.#move(target, 1),
    };
    for (const [name, handler] of Object.entries(table))
      this.add(registerCommand(name, handler, t, log));
  }

  /** Starts runs and shows them; returns them for callers of the command. */
  async start(plans: readonly Plan<unknown>[]): Promise<readonly Run[]> {
    const runs = await this.lab.start(plans);
    this.#open(runs);
    return runs;
  }

  async #compareCrossEntropyAndMse(): Promise<void> {
    await this.start([
      { spec: { ...defaultSpec, loss: lossSpec('cross-entropy') } },
      { spec: { ...defaultSpec, loss: lossSpec('mean-squared-error') } },
    ]);
  }

  async #newComparison(): Promise<void> {
    const specs = await askForComparison(this.t);
    if (specs !== undefined) await this.start(specs.map((spec) => ({ spec })));
  }

  async #compareWithLoss(): Promise<void> {
    const runs = await startWithOtherLoss(this.panel.runs, this.lab, this.t);
    if (runs.length > 0) this.#open(runs);
  }

  async #openRun(target: Target): Promise<void> {
    const run = await this.#choice.one(target, message('Open which run?'));
    if (run !== undefined) this.#open([run]);
  }

  #open(runs: readonly Run[]): void {
    this.panel.show(runs.map((run) => run.identity.id));
  }

  async #rename(target: Target): Promise<void> {
    const run = await this.#choice.one(target, message('Rename which run?'));
    if (run !== undefined) await renameRun(run, this.lab.library, this.t);
  }

  async #chooseColour(target: Target, selected?: readonly RunRow[]): Promise<void> {
    const [first, ...others] = this.#choice.of(target, selected);
    const run =
      first ?? (await this.#choice.one(target, message('Choose the colour of which run?')));
    if (run !== undefined) await chooseColour([run, ...others], this.lab.library, this.t);
  }

  async #reveal(target: Target): Promise<void> {
    const run = await this.#choice.one(target, message('Reveal the files of which run?'));
    if (run !== undefined) await revealRunFiles(this.lab.library.folderOf(run));
  }

  async #continue(target: Target): Promise<void> {
    const isOver = ({ state }: Run): boolean => isFinished(state);
    const run = await this.#choice.one(target, message('Continue which run?'), isOver);
    const next = run && (await continueRun(run, this.lab, this.t));
    if (next) this.#open([next]);
  }

  #move(target: Target, by: -1 | 1): void {
    for (const { identity } of this.#choice.of(target)) this.lab.jobs.queue.move(identity.id, by);
  }

  async #control(action: RunAction, target: Target, selected?: readonly RunRow[]): Promise<void> {
    const runs =
      target === undefined ? await this.#choice.active(action) : this.#choice.of(target, selected);
    this.lab.jobs.control(
      action,
      runs.map((run) => run.identity.id),
    );
  }
}

/** The walkthrough of the manifest. */
async function openLesson(): Promise<void> {
  await vscode.commands.executeCommand(
    'workbench.action.openWalkthrough',
    'loss-lab.loss-lab#lesson',
    false,
  );
}
