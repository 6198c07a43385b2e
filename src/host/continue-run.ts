import * as vscode from 'vscode';
import { parseSpec } from '../experiment/parse-spec.ts';
import { count, message, type Message, type Translator } from '../l10n.ts';
import { epochsLeft, type Continuation } from '../run/continue.ts';
import type { Run } from '../run/run.ts';
import type { Lab } from './lab.ts';

/** Asks how far a finished run is to go on, and starts that; undefined if the person gives up. */
export async function continueRun(run: Run, lab: Lab, t: Translator): Promise<Run | undefined> {
  const continuation = await lab.continuationOf(run);
  const { epoch } = continuation.from;
  const answer = await vscode.window.showInputBox({
    title: t(message('Continue from Epoch {epoch}', { epoch: count(epoch) })),
    prompt: t(message('Epochs to add. The run as it is stays; a new one goes on from here.')),
    value: String(epochsLeft(continuation)),
    validateInput: (text) => {
      const problem = problemOf(text, continuation);
      return problem && t(problem);
    },
  });
  return answer === undefined ? undefined : lab.continue(continuation, epoch + Number(answer));
}

/** What is wrong with a number of epochs to add. */
function problemOf(text: string, { run, from }: Continuation): Message | undefined {
  const added = text.trim() === '' ? NaN : Number(text);
  if (!Number.isInteger(added)) return message('must be a whole number');
  if (added < 1) return message('must be at least {limit}', { limit: 1 });
  const parsed = parseSpec({ ...run.identity.spec, epochs: from.epoch + added });
  return parsed.ok ? undefined : parsed.errors[0]?.message;
}
