import * as vscode from 'vscode';
import type { Experiment, ExperimentRun } from '../../experiment/experiment-file.ts';
import { datasetFacts } from '../../experiment/datasets/dataset-spec.ts';
import { lossLabel, modelLabel, optimizerLabel } from '../../experiment/names.ts';
import { variantsOf } from '../../experiment/run-places.ts';
import { count, message, type Message, type Translator } from '../../l10n.ts';
import { exampleOf, fileEnding } from './addresses.ts';
import type { FileNode, VariantNode } from './experiments-tree.ts';
import { errorText } from './read-experiment.ts';

/* The rows of the tree Experiments. */

export function experimentItem(node: FileNode, t: Translator): vscode.TreeItem {
  const { parsed } = node;
  if (parsed.ok) return soundItem(node, parsed.experiment, t);
  const errors = parsed.errors.map((each) => errorText(each, t));
  return faultyItem(node, errors, t);
}

function soundItem(
  { uri }: FileNode,
  { title, description, runs }: Experiment,
  t: Translator,
): vscode.TreeItem {
  const isExample = exampleOf(uri) !== undefined;
  const item = rowOf(uri, title ?? nameOf(uri), t);
  const number = numberOfRuns(runs.length, t);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  item.collapsibleState = variantsOf(runs).length > 0 ? Collapsed : None;
  item.description = title === undefined || isExample ? number : `${nameOf(uri)} · ${number}`;
  item.iconPath = new vscode.ThemeIcon('beaker');
  item.contextValue = `experiment.${isExample ? 'example' : 'file'}`;
  item.tooltip = [title, description, number].filter((line) => line !== undefined).join('\n');
  return item;
}

function faultyItem({ uri }: FileNode, errors: readonly string[], t: Translator): vscode.TreeItem {
  const item = rowOf(uri, nameOf(uri), t);
  item.description = errors[0] ?? '';
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.contextValue = 'experiment.faulty';
  item.tooltip = errors.join('\n');
  const figures = { name: nameOf(uri), problem: errors[0] ?? '' };
  item.accessibilityInformation = { label: t(message('{name}, with errors: {problem}', figures)) };
  return item;
}

export function variantItem({ file, variant }: VariantNode, t: Translator): vscode.TreeItem {
  const runs = file.parsed.ok ? file.parsed.experiment.runs : [];
  const own = runs.filter((run) => run.variant === variant);
  const [first] = own;
  const item = new vscode.TreeItem(first ? (first.name ?? t(lossLabel(first.spec.loss))) : '');
  item.id = `${file.uri.toString()}#${variant}`;
  item.iconPath = new vscode.ThemeIcon('symbol-event');
  item.contextValue = 'experiment.variant';
  if (own.length > 1) item.description = t(message('{count} seeds', { count: count(own.length) }));
  if (first) item.tooltip = summaryOf(first).map(t).join('\n');
  item.command = openCommand(file.uri, t);
  return item;
}

/** What to do where the workspace has no experiment. */
export function emptyItem(t: Translator): vscode.TreeItem {
  const item = new vscode.TreeItem(t(message('New Experiment File…')));
  item.id = 'empty';
  item.description = t(message('none yet'));
  item.iconPath = new vscode.ThemeIcon('new-file');
  const title = t(message('New Experiment File'));
  item.command = { command: 'lossLab.newExperimentFile', title };
  return item;
}

function summaryOf({ spec }: ExperimentRun): Message[] {
  const { dataset, model, loss, optimizer, epochs } = spec;
  const rest = message('{count} epochs', { count: count(epochs) });
  const labels = [lossLabel(loss), modelLabel(model), optimizerLabel(optimizer), rest];
  return [datasetFacts(dataset).label, ...labels];
}

function rowOf(uri: vscode.Uri, label: string, t: Translator): vscode.TreeItem {
  const item = new vscode.TreeItem(label);
  item.id = uri.toString();
  item.command = openCommand(uri, t);
  return item;
}

function openCommand(uri: vscode.Uri, t: Translator): vscode.Command {
  return { command: 'vscode.open', title: t(message('Open')), arguments: [uri] };
}

export function numberOfRuns(runs: number, t: Translator): string {
  return runs === 1 ? t(message('1 run')) : t(message('{count} runs', { count: count(runs) }));
}

/** The file's name without its ending. */
export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(fileEnding, '');
}
