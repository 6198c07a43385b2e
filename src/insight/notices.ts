import { listing, message, type Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';

/** Why runs do not train on the fast backend: each reason once, with the runs' names unless it is all. */
export function noticesOf(runs: readonly Run[]): Message[] {
  const notices = new Map<string, Message>();
  for (const { setting } of runs) {
    if (setting?.notice) notices.set(JSON.stringify(setting.notice), setting.notice);
  }
  return [...notices].map(([key, notice]) => {
    const of = runs.filter(({ setting }) => JSON.stringify(setting?.notice) === key);
    const names = listing(of.map(({ identity }) => identity.name));
    return names === undefined || of.length === runs.length
      ? notice
      : message('{runs}: {notice}', { runs: names, notice });
  });
}
