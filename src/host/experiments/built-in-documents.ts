import * as vscode from 'vscode';
import { articlePage } from '../../experiment/examples/article-page.ts';
import { examples, type ExampleName } from '../../experiment/examples/catalogue.ts';
import { exampleContent } from '../../experiment/examples/example.ts';
import { experimentText } from '../../experiment/experiment-text.ts';
import { experimentJsonSchema } from '../../experiment/schema/json-schema.ts';
import { trialText } from '../../insight/advisor/trial-text.ts';
import type { Translator } from '../../l10n.ts';
import { Disposables } from '../disposables.ts';
import { answersAt, articleUri, exampleOf, schemaUri, scheme } from './addresses.ts';

/**
 * Read-only documents in the language of the window: the JSON schema, which VS Code's JSON support opens
 * when it meets an experiment file; the examples; comparisons of the advisor; the page of the article's example.
 */
export class BuiltInDocuments extends Disposables implements vscode.TextDocumentContentProvider {
  constructor(readonly t: Translator) {
    super();
    this.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
  }

  /** Undefined, which VS Code shows as not found, for an address that is none of ours. */
  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    if (uri.toString() === schemaUri.toString())
      return JSON.stringify(experimentJsonSchema(this.t), undefined, 2);
    if (uri.toString() === articleUri.toString()) return articlePage(this.t);
    return builtInExperiment(uri, this.t);
  }
}

/** The text of an example, or of the comparison of an advice; undefined for a file. */
export function builtInExperiment(uri: vscode.Uri, t: Translator): string | undefined {
  const example = exampleOf(uri);
  if (example) return exampleText(example, t);
  const answers = answersAt(uri);
  return answers && trialText(answers, t);
}

function exampleText(name: ExampleName, t: Translator): string {
  return experimentText(exampleContent(examples[name], t));
}
