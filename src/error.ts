import type { Message } from './l10n.ts';

/** A failure with a reason for the person at the screen. */
export class LossLabError extends Error {
  override readonly name = 'LossLabError';
  constructor(
    readonly reason: Message,
    options?: ErrorOptions,
  ) {
    super(reason.text, options);
  }
}
