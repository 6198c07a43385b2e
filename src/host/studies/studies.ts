import * as vscode from 'vscode';
import {
  isStudyName,
  studies,
  studyNames,
  type StudyName,
} from '../../insight/studies/catalogue.ts';
import { studyRuns } from '../../insight/studies/study.ts';
import { count, message, type Translator } from '../../l10n.ts';
import type { Plan } from '../../run/new-identity.ts';
import type { Commands } from '../commands.ts';
import { Disposables } from '../disposables.ts';
import { registerCommand, type ErrorLog } from '../register-command.ts';
import { measuredOutcome } from './study-items.ts';

/** What the command is called on: a row of the tree, a study's name, or nothing. */
type Target = string | { readonly study?: StudyName } | undefined;

/** The command that puts a claim to the test: its trainings start as one comparison. */
export class Studies extends Disposables {
  constructor(
    readonly commands: Pick<Commands, 'start'>,
    readonly t: Translator,
    log: ErrorLog,
  ) {
    super();
    this.add(registerCommand('runStudy', (target?: Target) => this.#run(target), t, log));
  }

  async #run(target: Target): Promise<void> {
    const name = nameOf(target) ?? (await this.#ask());
    if (name !== undefined) await this.commands.start(plansOf(name, this.t));
  }

  async #ask(): Promise<StudyName | undefined> {
    const title = this.t(message('Run which study?'));
    const items = studyNames.map((name) => itemOf(name, this.t));
    const options = { title, matchOnDescription: true, matchOnDetail: true };
    return (await vscode.window.showQuickPick(items, options))?.study;
  }
}

function nameOf(target: Target): StudyName | undefined {
  const name = typeof target === 'string' ? target : target?.study;
  return name !== undefined && isStudyName(name) ? name : undefined;
}

function itemOf(name: StudyName, t: Translator): vscode.QuickPickItem & { study: StudyName } {
  const study = studies[name];
  const figures = { outcome: measuredOutcome(name), runs: count(studyRuns(study).length) };
  const description = t(message('{outcome} · {runs} runs', figures));
  return { label: t(study.title), description, detail: t(study.claim), study: name };
}

/** Its runs, each with what it is for. */
export function plansOf(name: StudyName, t: Translator): Plan[] {
  return studyRuns(studies[name]).map(({ arm, name: armName, spec }) => ({
    spec,
    name: t(armName),
    purpose: { kind: 'study', study: name, arm },
  }));
}
