import { count, message, type Message } from '../../l10n.ts';

/** "1 of 240": how often a difference at least as large would come by chance if there were none. */
export function chanceOf(p: number): Message {
  if (p < 0.001) return message('fewer than 1 of {all}', { all: count(1000) });
  if (p <= 0.25) return message('1 of {all}', { all: count(Math.round(1 / p)) });
  return message('{some} of {all}', { some: count(Math.round(10 * p)), all: count(10) });
}
