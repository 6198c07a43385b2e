import * as vscode from 'vscode';
import { LossLabError } from '../../error.ts';
import { nextStage, planLabel } from '../../insight/fair/next-stage.ts';
import { armsOf, pairOf, type Pair } from '../../insight/verdict/arms.ts';
import { fairOf } from '../../insight/fair/fair-of.ts';
import { message, type Message, type Translator } from '../../l10n.ts';
import { joining } from '../../run/new-identity.ts';
import type { Run } from '../../run/run.ts';
import { Disposables } from '../disposables.ts';
import type { Lab } from '../lab.ts';
import { registerCommand, tellFailure, type ErrorLog } from '../register-command.ts';
import type { Panel } from '../views/panel.ts';
import { askForSeeds } from './ask-for-seeds.ts';
import { followStages } from './follow-stages.ts';

/** *Compare Fairly*: each loss with the learning rate that a short sweep finds for it. */
export class FairComparisons extends Disposables {
  constructor(
    readonly lab: Pick<Lab, 'store' | 'start'>,
    readonly panel: Pick<Panel, 'runs' | 'show' | 'extend'>,
    readonly t: Translator,
    readonly log: ErrorLog,
  ) {
    super();
    const handler = (runIds?: readonly string[]): Promise<void> => this.#compare(runIds);
    this.add(registerCommand('compareFairly', handler, t, log));
  }

  /** @param runIds a run of each loss; else the two losses of the runs that are looked at */
  async #compare(runIds?: readonly string[]): Promise<void> {
    const shown = Array.isArray(runIds) ? this.lab.store.pick(runIds) : this.panel.runs;
    const pair = this.#basesOf(shown);
    if (pair === undefined) throw new LossLabError(needsTwo);
    const seeds = await askForSeeds(pair.a.spec.seed, this.t);
    if (seeds !== undefined) this.#follow(pair, seeds);
  }

  /** Those that it begins from, not what an earlier one ended with: its rates are steps from theirs. */
  #basesOf(shown: readonly Run[]): Pair | undefined {
    const isBase = ({ identity }: Run): boolean => identity.purpose === undefined;
    const comparison = shown[0]?.identity.comparison;
    const all = this.lab.store.runs.filter(({ identity }) => identity.comparison === comparison);
    return pairOf(armsOf(shown.filter(isBase))) ?? pairOf(armsOf(all.filter(isBase)));
  }

  #follow(pair: Pair, seeds: readonly number[]): void {
    const { comparison } = pair.a.runs[0]?.identity ?? {};
    const runs = (): Run[] =>
      this.lab.store.runs.filter(({ identity }) => identity.comparison === comparison);
    this.panel.show([...pair.a.runs, ...pair.b.runs, ...runs()].map(({ identity }) => identity.id));
    this.add(
      followStages({
        store: this.lab.store,
        runs,
        stage: (counted) => nextStage(fairOf(pair, seeds, counted)),
        start: (plans) => this.#start(pair, plans, runs()),
        tell: (reason) => void vscode.window.showInformationMessage(this.t(reason)),
        attempt: (act) => void tellFailure(act, this.t, this.log),
      }),
    );
  }

  async #start(pair: Pair, plans: readonly FairPlan[], present: readonly Run[]): Promise<Run[]> {
    const [first, ...others] = [...pair.a.runs, ...present].map(({ identity }) => identity);
    if (first === undefined) return [];
    const beside = [...pair.a.runs, ...pair.b.runs].map(({ identity }) => identity);
    const named = plans.map((plan) => ({ ...plan, name: this.t(planLabel(plan)) }));
    const started = await this.lab.start(named, joining([first, ...others], beside, 2));
    this.panel.extend(first.id, started);
    return started;
  }
}

type FairPlan = Parameters<typeof planLabel>[0];

const needsTwo: Message = message(
  'A fair comparison needs runs of two losses. Show both in the panel first.',
);
