import { grouped } from '../grouped.ts';
import { listing, message, type Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';

/**
 * Why runs do not train on the fast backend, and what happened to their workers: each reason once, with the
 * runs' names unless it is all.
 */
export function noticesOf(runs: readonly Run[]): Message[] {
  const told = runs.flatMap((run) => noticesOfRun(run).map((notice) => ({ notice, run })));
  const notices = grouped(told, ({ notice }) => JSON.stringify(notice));
  return [...notices.values()].map((each) => {
    const [{ notice }] = each;
    const names = listing(each.map(({ run }) => run.identity.name));
    return names === undefined || each.length === runs.length
      ? notice
      : message('{runs}: {notice}', { runs: names, notice });
  });
}

/** Why it is not on the fast backend, and what happened to its worker or device last. */
export function noticesOfRun({ setting, moves }: Run): Message[] {
  return [setting?.notice, moves.at(-1)?.reason].filter((notice) => notice !== undefined);
}
