import type * as vscode from 'vscode';
import type { Translator } from '../../l10n.ts';
import { RunChoice } from '../choose-runs.ts';
import type { Commands } from '../commands.ts';
import { Disposables } from '../disposables.ts';
import type { Lab } from '../lab.ts';
import type { RunsTree } from '../views/runs-tree.ts';
import { ArticleLines } from './article-lines.ts';
import { BuiltInDocuments } from './built-in-documents.ts';
import { ExperimentCommands } from './experiment-commands.ts';
import { ExperimentFiles } from './experiment-files.ts';
import { ExperimentLenses } from './experiment-lenses.ts';
import { ExperimentProblems } from './experiment-problems.ts';
import { ExperimentsTree } from './experiments-tree.ts';

/** Experiments as files: their tree, lenses, problems, documents and commands. */
export class Experiments extends Disposables {
  readonly tree: ExperimentsTree;

  constructor(
    lab: Lab,
    commands: Commands,
    runs: RunsTree,
    t: Translator,
    log: vscode.LogOutputChannel,
  ) {
    super();
    const files = this.add(new ExperimentFiles());
    this.add(new BuiltInDocuments(t));
    this.add(new ExperimentLenses(t));
    this.add(new ExperimentProblems(t));
    this.tree = this.add(new ExperimentsTree(files, t));
    const lines = this.add(new ArticleLines(lab.store, t));
    const choice = new RunChoice(lab, runs, t);
    this.add(new ExperimentCommands(commands, files, choice, lines, t, log));
  }
}
