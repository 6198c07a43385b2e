import * as z from 'zod/mini';
import { runColours } from '../../run/colours.ts';
import { mostAsked } from '../../question.ts';
import { pageCommands, runActions, type FromPage } from '../../protocol.ts';

const images = z.array(z.int().check(z.nonnegative())).check(z.maxLength(mostAsked));

const question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('labels'), runId: z.string() }),
  z.strictObject({ type: z.literal('examples'), runId: z.string(), images }),
  z.strictObject({ type: z.literal('predictions'), runId: z.string(), images }),
  z.strictObject({
    type: z.literal('point'),
    runId: z.string(),
    step: z.int().check(z.positive()),
  }),
]);

const schema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('control'),
    action: z.enum(runActions),
    runIds: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal('command'), command: z.enum(pageCommands) }),
  z.strictObject({
    type: z.literal('colour'),
    runIds: z.array(z.string()),
    colour: z.enum(runColours),
  }),
  z.strictObject({ type: z.literal('ask'), id: z.int(), question }),
  z.strictObject({ type: z.literal('failed'), error: z.string() }),
]);

/** A page's message, or undefined for anything else: the border trusts nobody. */
export function parseFromPage(message: unknown): FromPage | undefined {
  const parsed = schema.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}
