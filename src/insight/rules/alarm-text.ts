import { count, message, type Message, type MessageArg } from '../../l10n.ts';
import type { Place, Reading } from './rule.ts';

/** What of a reading is told; of several runs each figure may be a span. */
export interface ToldReading {
  readonly value: MessageArg;
  readonly limit: MessageArg;
  readonly side: Reading['side'];
}

/** The value, and where the limit lies. */
export function readingText(quantity: Message, { value, limit, side }: ToldReading): Message {
  const parts = { quantity, value, limit };
  switch (side) {
    case 'above':
      return message('{quantity}: {value}; the limit is {limit}.', parts);
    case 'below':
      return message('{quantity}: {value}; expected is {limit} at least.', parts);
    case 'last':
      return message('{quantity}: {value}, the last before it diverged.', parts);
    case 'near':
      return message('{quantity}: {value}; the telling value is {limit}.', parts);
  }
}

export function placeText({ step, epoch, layer }: Place): Message {
  const at = placeInTime(step, epoch);
  return layer === undefined ? at : message('{layer}, {at}', { layer, at });
}

function placeInTime(step: number, epoch: number): Message {
  if (step === 0) return message('before the first step');
  return message('epoch {epoch}, step {step}', { epoch: count(epoch), step: count(step) });
}
