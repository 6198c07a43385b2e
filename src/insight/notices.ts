import { listing, message, type Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';

/**
 * Why runs do not train on the fast backend, and what happened to their workers: each reason once, with the
 * runs' names unless it is all.
 */
export function noticesOf(runs: readonly Run[]): Message[] {
  const notices = new Map<string, { readonly notice: Message; readonly of: Run[] }>();
  for (const run of runs) {
    for (const notice of noticesOfRun(run)) {
      const key = JSON.stringify(notice);
      const { of } = notices.get(key) ?? { of: [] };
      notices.set(key, { notice, of: [...of, run] });
    }
  }
  return [...notices.values()].map(({ notice, of }) => {
    const names = listing(of.map(({ identity }) => identity.name));
    return names === undefined || of.length === runs.length
      ? notice
      : message('{runs}: {notice}', { runs: names, notice });
  });
}

/** Why it is not on the fast backend, and what happened to its worker or device last. */
export function noticesOfRun({ setting, moves }: Run): Message[] {
  return [setting?.notice, moves.at(-1)?.reason].filter((notice) => notice !== undefined);
}
