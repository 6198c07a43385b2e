import type * as z from 'zod/mini';
import { message, type Message } from '../l10n.ts';

export interface SpecError {
  /** Where, such as "optimizer.learningRate"; empty for the whole. */
  readonly path: string;
  readonly message: Message;
}

/**
 * What one issue of a schema means to the person who wrote the spec.
 * @param alternatives by path, what may be written where there are several forms
 */
export function specErrors(
  issue: z.core.$ZodIssue,
  alternatives: Readonly<Record<string, Message>> = {},
): SpecError[] {
  const path = issue.path.map(String).join('.');
  const forms = alternatives[path];
  if (issue.code === 'invalid_union' && forms) return [{ path, message: forms }];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [path, key].filter(Boolean).join('.'),
      message: message('is not a known setting'),
    }));
  }
  return [{ path, message: explain(issue) }];
}

function explain(issue: z.core.$ZodIssue): Message {
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_union':
      return 'options' in issue ? oneOf(issue.options.map(String)) : message('is not valid');
    case 'too_small':
      if (issue.origin === 'string') return message('must not be empty');
      if (issue.origin === 'array')
        return message('must have at least {limit} entries', { limit: Number(issue.minimum) });
      return issue.inclusive === false
        ? message('must be greater than {limit}', { limit: Number(issue.minimum) })
        : message('must be at least {limit}', { limit: Number(issue.minimum) });
    case 'too_big':
      if (issue.origin === 'array')
        return message('must have at most {limit} entries', { limit: Number(issue.maximum) });
      return message('must be at most {limit}', { limit: Number(issue.maximum) });
    case 'invalid_type':
      return expected(issue.expected);
    default:
      return message('is not valid');
  }
}

function expected(type: string): Message {
  switch (type) {
    case 'int':
      return message('must be a whole number');
    case 'number':
      return message('must be a finite number');
    case 'boolean':
      return message('must be true or false');
    default:
      return message('must be of type {type}', { type });
  }
}

export function oneOf(names: readonly string[]): Message {
  return message('must be one of: {names}', { names: names.join(', ') });
}
