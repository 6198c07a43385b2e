import * as vscode from 'vscode';
import { advise } from '../../insight/advisor/advise.ts';
import {
  answersOf,
  firstAnswers,
  parseAnswers,
  type Answers,
} from '../../insight/advisor/answers.ts';
import { message, type Translator } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { Disposables } from '../disposables.ts';
import { fileEnding, trialUri } from '../experiments/addresses.ts';
import { parseAt } from '../experiments/read-experiment.ts';
import { registerCommand } from '../register-command.ts';
import { adviceHtml } from '../views/advice-html.ts';
import { StaticPanel } from '../views/static-panel.ts';
import { askForAnswers } from './ask-for-answers.ts';

/** Asks what is to be predicted, and shows which loss to use for it. */
export class Advisor extends Disposables {
  readonly #panel = this.add(new StaticPanel('lossLab.advice', ['lossLab.runExperiment']));

  /** @param shown the runs that are looked at */
  constructor(
    readonly shown: { readonly runs: readonly Run[] },
    readonly t: Translator,
    log: vscode.LogOutputChannel,
  ) {
    super();
    this.add(registerCommand('whichLoss', (answers?: unknown) => this.show(answers), t, log));
  }

  /** @param given answers to every question; without them they are asked for */
  async show(given?: unknown): Promise<void> {
    const answers = parseAnswers(given) ?? (await askForAnswers(this.#preset(), this.t));
    if (answers === undefined) return;
    const advice = advise(answers);
    const address = trialUri(advice.answers).toString();
    const title = this.t(message('Which loss should I use?'));
    this.#panel.show(title, (nonce) => adviceHtml(advice, address, this.t, nonce));
  }

  /** From the experiment that is being edited, or else from the first run that is looked at. */
  #preset(): Answers {
    const { document } = vscode.window.activeTextEditor ?? {};
    const parsed =
      document?.uri.path.endsWith(fileEnding) && parseAt(document.uri, document.getText());
    const edited = parsed && parsed.ok ? parsed.experiment.runs[0]?.spec : undefined;
    const spec = edited ?? this.shown.runs[0]?.identity.spec;
    return spec ? answersOf(spec) : firstAnswers;
  }
}
