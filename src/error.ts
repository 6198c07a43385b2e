import { translator, type Message } from './l10n.ts';

const english = translator({}, 'en');

/** A failure with a reason for the person at the screen; `message` is that in English, for logs. */
export class LossLabError extends Error {
  override readonly name = 'LossLabError';
  constructor(
    readonly reason: Message,
    options?: ErrorOptions,
  ) {
    super(english(reason), options);
  }
}
