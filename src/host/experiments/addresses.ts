import * as vscode from 'vscode';
import {
  exampleNames,
  isExampleName,
  type ExampleName,
} from '../../experiment/examples/catalogue.ts';

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

/** A file's, an example's by its name, or by its address as text. */
export function uriOf(text: string): vscode.Uri {
  return isExampleName(text) ? exampleUri(text) : vscode.Uri.parse(text);
}
