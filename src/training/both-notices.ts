import { message, type Message } from '../l10n.ts';

/** Two things to beware of as one. */
export function bothNotices(
  first: Message | undefined,
  second: Message | undefined,
): Message | undefined {
  return first && second ? message('{first} {second}', { first, second }) : (first ?? second);
}
