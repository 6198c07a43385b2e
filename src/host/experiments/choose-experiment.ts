import * as vscode from 'vscode';
import { message, type Translator } from '../../l10n.ts';
import { exampleOf, uriOf } from './addresses.ts';
import { nameOf, numberOfRuns } from './experiment-items.ts';
import type { ExperimentFiles } from './experiment-files.ts';
import type { ExperimentNode } from './experiments-tree.ts';
import { readExperiment } from './read-experiment.ts';

/** What a command is called on: a row of the tree, an address, the name of an example, or nothing. */
export type ExperimentTarget = ExperimentNode | vscode.Uri | string | undefined;

export interface ChosenExperiment {
  readonly uri: vscode.Uri;
  /** Undefined for all. */
  readonly variant: number | undefined;
}

/** The experiment that a command means; asks where it means none. Undefined if the person gives up. */
export async function chooseExperiment(
  target: ExperimentTarget,
  variant: unknown,
  files: ExperimentFiles,
  t: Translator,
): Promise<ChosenExperiment | undefined> {
  const known = typeof variant === 'number' ? variant : undefined;
  if (typeof target === 'string') return { uri: uriOf(target), variant: known };
  if (target instanceof vscode.Uri) return { uri: target, variant: known };
  if (target?.type === 'variant') return { uri: target.file.uri, variant: target.variant };
  if (target?.type === 'file') return { uri: target.uri, variant: undefined };
  return askForExperiment(files, t);
}

async function askForExperiment(
  files: ExperimentFiles,
  t: Translator,
): Promise<ChosenExperiment | undefined> {
  const uris = [...(await files.ofWorkspace()), ...files.examples];
  const items = await Promise.all(uris.map((uri) => itemOf(uri, t)));
  const title = t(message('Run which experiment?'));
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  return vscode.window.showQuickPick(items, options);
}

async function itemOf(
  uri: vscode.Uri,
  t: Translator,
): Promise<vscode.QuickPickItem & ChosenExperiment> {
  const parsed = await readExperiment(uri, t);
  const place = exampleOf(uri) ? t(message('Example')) : vscode.workspace.asRelativePath(uri);
  if (!parsed.ok) {
    const detail = t(message('Has errors'));
    return { label: nameOf(uri), description: place, detail, uri, variant: undefined };
  }
  const { title, description, runs } = parsed.experiment;
  return {
    label: title ?? nameOf(uri),
    description: `${place} · ${numberOfRuns(runs.length, t)}`,
    ...(description !== undefined && { detail: description }),
    uri,
    variant: undefined,
  };
}
