import * as vscode from 'vscode';
import {
  exampleNames,
  isExampleName,
  type ExampleName,
} from '../../experiment/examples/catalogue.ts';
import { parseAnswers, type Answers } from '../../insight/advisor/answers.ts';
import { questionNames } from '../../insight/advisor/questions.ts';

/** The scheme of the documents that Loss Lab itself holds; `onFileSystem:losslab` of the manifest. */
export const scheme = 'losslab';

export const fileEnding = '.losslab.json';

/** What the manifest names as the schema of experiment files. */
export const schemaUri = vscode.Uri.parse(`${scheme}://schemas/experiment.json`);

export const articleUri = vscode.Uri.parse(`${scheme}://pages/article.md`);

export function exampleUri(name: ExampleName): vscode.Uri {
  return vscode.Uri.parse(`${scheme}://examples/${name}${fileEnding}`);
}

/** The example that a document is; undefined for a file. */
export function exampleOf(uri: vscode.Uri): ExampleName | undefined {
  if (uri.scheme !== scheme) return undefined;
  return exampleNames.find((name) => exampleUri(name).toString() === uri.toString());
}

/** The comparison that settles an advice: its address holds the answers, so that it needs no memory. */
export function trialUri(answers: Answers): vscode.Uri {
  const path = questionNames.map((question) => answers[question]).join('.');
  return vscode.Uri.parse(`${trials}${path}${fileEnding}`);
}

const trials = `${scheme}://advice/`;

/** The answers whose comparison a document is; undefined for any other. */
export function answersAt(uri: vscode.Uri): Answers | undefined {
  const address = uri.toString();
  if (!address.startsWith(trials) || !address.endsWith(fileEnding)) return undefined;
  const options = address.slice(trials.length, -fileEnding.length).split('.');
  return parseAnswers(
    Object.fromEntries(questionNames.map((question, index) => [question, options[index]])),
  );
}

/** A file's, an example's by its name, or by its address as text. */
export function uriOf(text: string): vscode.Uri {
  return isExampleName(text) ? exampleUri(text) : vscode.Uri.parse(text);
}
