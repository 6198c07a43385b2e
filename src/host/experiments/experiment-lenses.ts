import * as vscode from 'vscode';
import { runPlaces, type RunPlace } from '../../experiment/run-places.ts';
import { count, message, type Message, type Translator } from '../../l10n.ts';
import { Disposables } from '../disposables.ts';
import { fileEnding } from './addresses.ts';
import { parseAt } from './read-experiment.ts';

/** In files, untitled documents and examples alike. */
export const experimentDocuments: vscode.DocumentSelector = { pattern: `**/*${fileEnding}` };

/** What can be run, above what says it; nothing in a file with errors. */
export class ExperimentLenses extends Disposables implements vscode.CodeLensProvider {
  constructor(readonly t: Translator) {
    super();
    this.add(vscode.languages.registerCodeLensProvider(experimentDocuments, this));
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const text = document.getText();
    const parsed = parseAt(document.uri, text);
    if (!parsed.ok) return [];
    const { experiment } = parsed;
    return runPlaces(text, experiment).map((place) => {
      const position = document.positionAt(place.offset);
      return new vscode.CodeLens(new vscode.Range(position, position), {
        title: `$(play) ${this.t(titleOf(place, experiment.runs.length))}`,
        command: 'lossLab.runExperiment',
        arguments: [document.uri, place.variant],
      });
    });
  }
}

function titleOf({ variant, runs }: RunPlace, all: number): Message {
  if (variant === undefined && all > 1)
    return message('Compare all {count}', { count: count(all) });
  if (variant === undefined) return message('Run');
  return runs > 1
    ? message('Run this one with {count} seeds', { count: count(runs) })
    : message('Run this one');
}
