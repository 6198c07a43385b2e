import * as vscode from 'vscode';
import type { ExperimentError } from '../../experiment/experiment-file.ts';
import type { Translator } from '../../l10n.ts';
import { Disposables } from '../disposables.ts';
import { experimentDocuments } from './experiment-lenses.ts';
import { errorText, parseAt } from './read-experiment.ts';

/** The errors of open experiment files that neither VS Code's JSON support nor the schema can say. */
export class ExperimentProblems extends Disposables {
  readonly #problems = this.add(vscode.languages.createDiagnosticCollection('Loss Lab'));

  constructor(readonly t: Translator) {
    super();
    const { workspace } = vscode;
    this.add(workspace.onDidOpenTextDocument((document) => this.#check(document)));
    this.add(workspace.onDidChangeTextDocument(({ document }) => this.#check(document)));
    this.add(workspace.onDidCloseTextDocument(({ uri }) => this.#problems.delete(uri)));
    for (const document of workspace.textDocuments) this.#check(document);
  }

  #check(document: vscode.TextDocument): void {
    if (vscode.languages.match(experimentDocuments, document) === 0) return;
    const parsed = parseAt(document.uri, document.getText());
    const errors = parsed.ok ? [] : parsed.errors.filter(({ isSaidByEditor }) => !isSaidByEditor);
    this.#problems.set(
      document.uri,
      errors.map((error) => this.#diagnostic(document, error)),
    );
  }

  #diagnostic(document: vscode.TextDocument, error: ExperimentError): vscode.Diagnostic {
    const { offset, length } = error;
    const range = new vscode.Range(
      document.positionAt(offset),
      document.positionAt(offset + length),
    );
    const problem = new vscode.Diagnostic(range, errorText(error, this.t));
    problem.source = 'Loss Lab';
    return problem;
  }
}
