import * as vscode from 'vscode';
import { count, message, type Message, type Translator } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import type { Lab } from './lab.ts';

/** Asks first; those that train are stopped. */
export async function deleteRuns(runs: readonly Run[], lab: Lab, t: Translator): Promise<void> {
  if (runs.length === 0) return;
  const button = t(message('Delete'));
  const detail = t(message('The files are removed from disk. This cannot be undone.'));
  const options = { modal: true, detail };
  const answer = await vscode.window.showWarningMessage(t(questionOf(runs)), options, button);
  if (answer !== button) return;
  lab.jobs.control(
    'stop',
    runs.map((run) => run.identity.id),
  );
  await lab.library.delete(runs);
}

function questionOf(runs: readonly Run[]): Message {
  const [only] = runs;
  if (runs.length === 1 && only !== undefined)
    return message('Delete the run “{name}”?', { name: only.identity.name });
  return message('Delete {count} runs?', { count: count(runs.length) });
}
