import * as vscode from 'vscode';
import { LossLabError } from '../../error.ts';
import {
  parseExperiment,
  type ExperimentError,
  type ParsedExperiment,
} from '../../experiment/experiment-file.ts';
import { message, type Message, type Translator } from '../../l10n.ts';
import { addressOf } from '../address-of.ts';
import { builtInExperiment } from './built-in-documents.ts';

/** What lies at an address, as it is in its editor if it has one. Rejects where it cannot be read. */
export async function readExperiment(uri: vscode.Uri, t: Translator): Promise<ParsedExperiment> {
  return parseAt(uri, await textAt(uri, t));
}

/** Paths in a file are relative to its folder. */
export function parseAt(uri: vscode.Uri, text: string): ParsedExperiment {
  const isFile = uri.scheme === 'file' || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  const folder = vscode.Uri.joinPath(uri, '..');
  return parseExperiment(text, isFile ? addressOf(folder) : undefined);
}

async function textAt(uri: vscode.Uri, t: Translator): Promise<string> {
  const builtIn = builtInExperiment(uri, t);
  if (builtIn !== undefined) return builtIn;
  const open = vscode.workspace.textDocuments.find(
    (each) => each.uri.toString() === uri.toString(),
  );
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (cause) {
    throw new LossLabError(message('{file} cannot be read.', { file: addressOf(uri) }), { cause });
  }
}

export function errorText({ path, message: text }: ExperimentError, t: Translator): string {
  return path === '' ? t(text) : t(message('{path} {problem}', { path, problem: text }));
}

/** Why an experiment cannot run: its first error, and how many more there are. */
export function whyNot(errors: readonly ExperimentError[], file: string, t: Translator): Message {
  const [first, ...others] = errors;
  const problem = first ? errorText(first, t) : '';
  return others.length === 0
    ? message('{file} cannot run: {problem}.', { file, problem })
    : message('{file} cannot run: {problem}, and {count} more errors.', {
        file,
        problem,
        count: others.length,
      });
}
