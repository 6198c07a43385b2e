import { message, type Message } from '../../l10n.ts';
import { applyEvent, newRun } from '../reduce.ts';
import { isActive, type Run } from '../run.ts';
import { parseIdentity } from './identity.ts';
import { readLog } from './reader.ts';

export type RestoredRun =
  { readonly ok: true; readonly run: Run } | { readonly ok: false; readonly problem: Message };

/**
 * The run that a folder holds, interrupted if its log does not say how it ended; what of the log is damaged is
 * its reason, if it has no other. Never throws.
 * @param id of the folder, which counts: it may have been renamed
 * @param folder its path, for the problem
 */
export function restoredRun(
  id: string,
  folder: string,
  { runJson, log }: { readonly runJson: string; readonly log: Uint8Array },
): RestoredRun {
  const parsed = parseIdentity(runJson);
  if (!parsed.ok) {
    const { problem } = parsed;
    return { ok: false, problem: message('Run folder {folder}: {problem}', { folder, problem }) };
  }
  const run = newRun({ ...parsed.identity, id });
  const { events, problem } = readLog(log);
  for (const event of events) applyEvent(run, event);
  run.reason ??= problem;
  if (isActive(run.state)) run.state = 'interrupted';
  return { ok: true, run };
}
