import path from 'node:path';
import { LossLabError } from '../error.ts';
import { parseSpec } from '../experiment/parse-spec.ts';
import { count, message, type Translator } from '../l10n.ts';
import { NodeRunFiles } from '../platform/node/run-files.ts';
import { runFolder } from '../platform/run-folder.ts';
import { continuationOf, continuing, epochsLeft, type Continuation } from '../run/continue.ts';
import { restoredRun } from '../run/log/restored-run.ts';
import type { Run } from '../run/run.ts';
import type { Continued } from './arguments.ts';

/**
 * The run that goes on from the one in a folder, and what it begins with.
 * @throws LossLabError if the folder holds no run that can be continued, or not for so many epochs
 */
export async function readContinued(
  { folder, epochs }: Continued,
  t: Translator,
): Promise<{ run: Run; continuation: Continuation }> {
  const files = new NodeRunFiles(path.dirname(path.resolve(folder)));
  const id = path.basename(path.resolve(folder));
  const [stored] = await files.list((other) => other !== id);
  if (!stored) throw new LossLabError(message('{folder} is no run folder.', { folder }));
  const old = restoredRun(id, folder, stored);
  if (!old.ok) throw new LossLabError(old.problem);
  if (stored.otherWriter === 'alive') throw new LossLabError(stillTrains(folder));
  const continuation = continuationOf(old.run, await runFolder(files, id));
  const total = checked(epochs ?? continuation.from.epoch + epochsLeft(continuation), continuation);
  return { run: continuing(continuation, total, new Date(), Math.random, t), continuation };
}

function checked(epochs: number, { run, from }: Continuation): number {
  const parsed = parseSpec({ ...run.identity.spec, epochs });
  const problem = parsed.ok ? tooFew(epochs, from.epoch) : parsed.errors[0]?.message;
  if (problem) throw new LossLabError(message('{flag} {problem}.', { flag: '--epochs', problem }));
  return epochs;
}

function tooFew(epochs: number, done: number) {
  if (epochs > done) return undefined;
  return message('must be more than {epochs}, which the checkpoint has behind it', {
    epochs: count(done),
  });
}

function stillTrains(folder: string) {
  return message('The run in {folder} is still being trained. Stop it first.', { folder });
}
