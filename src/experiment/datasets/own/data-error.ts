import { LossLabError } from '../../../error.ts';
import { message, type Message } from '../../../l10n.ts';

/** A file or folder as it is named to a person, or a place in one. */
export type Place = string | Message;

/** A person's own data cannot be used. `reason` says where, what is wrong and what to do. */
export class DataError extends LossLabError {
  constructor(place: Place, problem: Message, options?: ErrorOptions) {
    super(message('{place}: {problem}', { place, problem }), options);
  }
}

/** Row 17 of a file, or its entry "y". */
export function placeIn(file: Place, part: Message): Message {
  return message('{file}, {part}', { file, part });
}
