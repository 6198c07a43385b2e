import { message, type Message, type MessageArg } from '../l10n.ts';

/** "a, b, c" in the reader's own separators; undefined for nothing. */
export function listing(items: readonly MessageArg[]): MessageArg | undefined {
  return items.reduceRight<MessageArg | undefined>(
    (rest, first) => (rest === undefined ? first : message('{first}, {rest}', { first, rest })),
    undefined,
  );
}

/** Sentences, or parts of a line, one after the other. */
export function joined(items: readonly Message[]): MessageArg | undefined {
  return items.reduceRight<MessageArg | undefined>(
    (rest, first) => (rest === undefined ? first : message('{first} · {rest}', { first, rest })),
    undefined,
  );
}
