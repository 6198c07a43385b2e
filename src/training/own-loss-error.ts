import { LossLabError } from '../error.ts';
import { message, type Message } from '../l10n.ts';

/** A person's own loss cannot be used. `reason` names its module and says what to do. */
export class OwnLossError extends LossLabError {
  constructor(path: string, problem: Message, options?: ErrorOptions) {
    super(message('The loss in {path}: {problem}', { path, problem }), options);
  }
}

/** What was thrown, in its own words. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The line of the module in the stack of what was thrown, "…/loss.mjs:12:7"; its path if there is none. */
export function placeOf(cause: unknown, path: string): string {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const names = [name, encodeURI(name)].map((each) => each.replace(/[^\w%]/g, '\\$&')).join('|');
  const [, line, column] =
    new RegExp(`(?:${names})(?:\\?[\\w=]*)?:(\\d+):(\\d+)`).exec(stack) ?? [];
  return line === undefined || column === undefined ? path : `${path}:${line}:${column}`;
}
