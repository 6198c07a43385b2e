import * as vscode from 'vscode';
import { LossLabError } from '../../error.ts';
import { isObject } from '../../experiment/merge-written.ts';
import { alarmOf, alarmsOf, type Raised } from '../../insight/rules/alarms.ts';
import { isRuleName, rules } from '../../insight/rules/catalogue.ts';
import { changesText, trialName } from '../../insight/trials/changes.ts';
import { offersOf, type Offer } from '../../insight/trials/offers.ts';
import { trialsOf } from '../../insight/trials/trial.ts';
import type { OfferedTo } from '../../insight/trials/united-offers.ts';
import { message, type Translator } from '../../l10n.ts';
import type { Attempt } from '../../protocol.ts';
import { joining } from '../../run/new-identity.ts';
import type { Run } from '../../run/run.ts';
import { Disposables } from '../disposables.ts';
import type { Lab } from '../lab.ts';
import { registerCommand } from '../register-command.ts';
import type { Panel } from '../views/panel.ts';

/** Tries what an alarm proposes: the same experiment with only that changed, beside the first. */
export class Remedies extends Disposables {
  constructor(
    readonly lab: Lab,
    readonly panel: Panel,
    readonly t: Translator,
    log: vscode.LogOutputChannel,
  ) {
    super();
    this.add(registerCommand('tryRemedy', (attempt?: unknown) => this.tryRemedy(attempt), t, log));
  }

  /** @param attempt an `Attempt`; without one it is asked for. Nothing of it is taken on trust. */
  async tryRemedy(attempt?: unknown): Promise<void> {
    const chosen = isAttempt(attempt) ? this.#find(attempt) : await this.#choose();
    if (chosen === undefined) return;
    const { raised, offer } = chosen;
    const trial = offer.trial?.run ?? (await this.#start(raised, offer));
    this.#show(raised.run, trial);
  }

  /** @throws LossLabError if the run shows no such alarm, or it has no such remedy */
  #find({ runId, rule, remedy }: Attempt): OfferedTo {
    const [run] = this.lab.store.pick([runId]);
    const alarm = run && isRuleName(rule) ? alarmOf(rule, run) : undefined;
    if (run === undefined || alarm === undefined || !isRuleName(rule))
      throw new LossLabError(message('The run does not show this symptom any more.'));
    const raised = { rule, run, alarm };
    const offer = this.#offers(raised).find(({ index }) => index === remedy);
    if (offer?.experiment) return { raised, offer };
    throw new LossLabError(message('This remedy is not a setting of an experiment.'));
  }

  async #choose(): Promise<OfferedTo | undefined> {
    const looked = this.panel.runs;
    const items = alarmsOf(looked.length > 0 ? looked : this.lab.store.runs).flatMap((raised) =>
      this.#offers(raised).flatMap((offer) => this.#item(raised, offer)),
    );
    if (items.length === 0) {
      const text = message('No rule has an alarm in these runs, so there is nothing to try.');
      void vscode.window.showInformationMessage(this.t(text));
      return undefined;
    }
    const title = this.t(message('Try which remedy?'));
    return vscode.window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true });
  } // prettier-ignore

  #item(raised: Raised, offer: Offer): (vscode.QuickPickItem & OfferedTo)[] {
    if (offer.experiment === undefined) return [];
    return [
      {
        label: this.t(changesText(offer.experiment.changes)),
        description: raised.run.identity.name,
        detail: this.t(rules[raised.rule].name),
        raised,
        offer,
      },
    ];
  }

  #offers(raised: Raised): Offer[] {
    return offersOf(raised, trialsOf(this.lab.store.runs));
  }

  async #start({ rule, run }: Raised, { experiment }: Offer): Promise<Run | undefined> {
    if (experiment === undefined) return undefined;
    const { id, name } = run.identity;
    const plan = {
      spec: experiment.spec,
      name: this.t(trialName(name, experiment.changes)),
      purpose: { kind: 'remedy', of: id, rule } as const,
    };
    const others = this.lab.store.runs.map(({ identity }) => identity);
    const [trial] = await this.lab.start([plan], joining([run.identity, ...others]));
    return trial;
  }

  /** Beside what is looked at, if the first run is among it. */
  #show({ identity }: Run, trial: Run | undefined): void {
    const shown = this.panel.runs.map((run) => run.identity.id);
    const first = shown.includes(identity.id) ? shown : [identity.id];
    const ids = trial === undefined ? first : [...first, trial.identity.id];
    this.panel.show([...new Set(ids)]);
  }
}

function isAttempt(value: unknown): value is Attempt {
  if (!isObject(value)) return false;
  const { runId, rule, remedy } = value;
  return typeof runId === 'string' && typeof rule === 'string' && typeof remedy === 'number';
}
