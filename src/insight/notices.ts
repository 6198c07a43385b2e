import { message, type Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import { listing } from './listing.ts';

/**
 * Why runs do not train on the fast backend, and what happened to them: each notice once, with the runs'
 * names unless it is all.
 */
export function noticesOf(runs: readonly Run[]): Message[] {
  const notices = new Map<string, Message>();
  for (const notice of runs.flatMap(noticesOfRun)) notices.set(JSON.stringify(notice), notice);
  return [...notices].map(([key, notice]) => {
    const of = runs.filter((run) => noticesOfRun(run).some((one) => JSON.stringify(one) === key));
    const names = listing(of.map(({ identity }) => identity.name));
    return names === undefined || of.length === runs.length
      ? notice
      : message('{runs}: {notice}', { runs: names, notice });
  });
}

/** In the order in which they came up. */
export function noticesOfRun({ setting, notices }: Run): Message[] {
  return [...(setting?.notice ? [setting.notice] : []), ...notices];
}
