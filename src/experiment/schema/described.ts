import * as z from 'zod/mini';
import type { Message } from '../../l10n.ts';

// Checks by plain code: zod would otherwise compile schemas by eval.
z.config({ jitless: true });

/** What is said of a setting to the person who writes it. */
const descriptions = z.registry<{ readonly text: Message }>();

/**
 * A copy of `schema` with a sentence that an editor shows beside the setting, in the reader's language. A
 * copy, so that settings which share a schema each have their own.
 */
export function described<S extends z.core.$ZodType>(schema: S, text: Message): S {
  const own = z.clone(schema);
  descriptions.add(own, { text });
  return own;
}

export function descriptionOf(schema: z.core.$ZodType): Message | undefined {
  return descriptions.get(schema)?.text;
}

/** A whole number from 1 on. */
export const count = (limit: number): z.ZodMiniNumber =>
  z.int().check(z.minimum(1), z.maximum(limit));

/** A number with both ends allowed. */
export const between = (minimum: number, maximum: number): z.ZodMiniNumber =>
  z.number().check(z.minimum(minimum), z.maximum(maximum));
