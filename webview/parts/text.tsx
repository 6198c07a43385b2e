import { Fragment, type ComponentChildren, type JSX } from 'preact';
import {
  isMessage,
  splitPlaces,
  type Message,
  type MessageArg,
  type Translator,
} from '../../src/l10n.ts';
import { usePage } from '../context.ts';

/** A message with its figures, and nothing else, in bold. */
export function Text({ message }: { readonly message: Message }): JSX.Element {
  const { t } = usePage();
  return <>{rich(message, t)}</>;
}

function rich({ text, args = {} }: Message, t: Translator): ComponentChildren {
  return splitPlaces(t({ text })).map((part, index) => {
    const arg = part.place === undefined ? undefined : args[part.place];
    return <Fragment key={index}>{arg === undefined ? part.text : filled(arg, t)}</Fragment>;
  });
}

/** A name may be written from right to left, but not turn the sentence around it. */
function filled(arg: MessageArg, t: Translator): ComponentChildren {
  if (typeof arg === 'string') return <bdi>{arg}</bdi>;
  if (typeof arg !== 'number' && isMessage(arg)) return rich(arg, t);
  return <strong>{argText(arg, t)}</strong>;
}

/** What a place holds as plain text. */
export function argText(arg: MessageArg, t: Translator): string {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return t.figure(arg, 'loss');
  return isMessage(arg) ? t(arg) : t.figure(arg.value, arg.format);
}
