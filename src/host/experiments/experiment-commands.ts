import type * as vscode from 'vscode';
import { LossLabError } from '../../error.ts';
import type { RunRow } from '../../insight/comparisons.ts';
import { message, type Translator } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import type { RunChoice, Target } from '../choose-runs.ts';
import type { Commands } from '../commands.ts';
import { Disposables } from '../disposables.ts';
import { registerCommand } from '../register-command.ts';
import { exampleUri } from './addresses.ts';
import type { ArticleLines } from './article-lines.ts';
import { chooseExperiment, type ExperimentTarget } from './choose-experiment.ts';
import { nameOf } from './experiment-items.ts';
import type { ExperimentFiles } from './experiment-files.ts';
import { readExperiment, whyNot } from './read-experiment.ts';
import { contentOf, newContent } from './saved-runs.ts';
import { showArticlePage } from './show-article-page.ts';
import { writeExperiment } from './write-experiment.ts';

/** The commands that begin with experiments, or end with one. */
export class ExperimentCommands extends Disposables {
  constructor(
    readonly commands: Pick<Commands, 'start' | 'panel'>,
    readonly files: ExperimentFiles,
    readonly choice: RunChoice,
    readonly lines: ArticleLines,
    readonly t: Translator,
    log: vscode.LogOutputChannel,
  ) {
    super();
    const table = {
      runExperiment: (target?: ExperimentTarget, variant?: unknown) => this.#run(target, variant),
      compareExperiment: (target?: ExperimentTarget) => this.#run(target, undefined),
      newExperimentFile: () => this.#new(),
      saveRunAsExperiment: (target?: Target, selected?: readonly RunRow[]) =>
        this.#save(target, selected),
      runArticleExample: () => this.#runArticle(),
    };
    for (const [name, handler] of Object.entries(table))
      this.add(registerCommand(name, handler, t, log));
  }

  async #run(target: ExperimentTarget, variant: unknown): Promise<void> {
    const chosen = await chooseExperiment(target, variant, this.files, this.t);
    if (chosen) await this.#start(chosen.uri, chosen.variant);
  }

  /** All runs of an experiment, or those of a variant; rejects with its errors. */
  async #start(uri: vscode.Uri, variant?: number, name?: string): Promise<readonly Run[]> {
    const parsed = await readExperiment(uri, this.t);
    if (!parsed.ok) throw new LossLabError(whyNot(parsed.errors, nameOf(uri), this.t));
    const runs = parsed.experiment.runs.filter(
      (run) => variant === undefined || run.variant === variant,
    );
    return this.commands.start(runs.map((run) => ({ spec: run.spec, name: run.name ?? name })));
  }

  async #new(): Promise<void> {
    const title = this.t(message('New Experiment File'));
    await writeExperiment(newContent(this.t), 'experiment', title, this.t);
  }

  async #save(target: Target, selected?: readonly RunRow[]): Promise<void> {
    const given = this.choice.of(target, selected);
    const asked = message('Save which run as an experiment?');
    const one = given.length > 0 ? undefined : await this.choice.one(undefined, asked);
    const runs = [...given, ...(one ? [one] : [])].sort(asStarted);
    if (runs.length === 0) return;
    const title = this.t(message('Save as Experiment'));
    await writeExperiment(contentOf(runs, this.t), 'experiment', title, this.t);
  }

  async #runArticle(): Promise<void> {
    const name = this.t(message('The article’s example'));
    const [run] = await this.#start(exampleUri('article'), undefined, name);
    if (run) this.lines.follow(run);
    await this.commands.panel.settled();
    await showArticlePage();
  }
}

function asStarted({ identity: a }: Run, { identity: b }: Run): number {
  return a.createdAt - b.createdAt || a.position - b.position || a.spec.seed - b.spec.seed;
}
