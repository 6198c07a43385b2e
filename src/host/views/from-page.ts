import * as z from 'zod/mini';
import { runColours } from '../../run/colours.ts';
import { pageCommands, runActions, type FromPage } from '../../protocol.ts';

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
  z.strictObject({ type: z.literal('failed'), error: z.string() }),
]);

/** A page's message, or undefined for anything else: the border trusts nobody. */
export function parseFromPage(message: unknown): FromPage | undefined {
  const parsed = schema.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}
