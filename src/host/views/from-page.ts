import * as z from 'zod/mini';
import { fileKinds, pageCommands, runActions, type FromPage } from '../../protocol.ts';

/** Characters of a file: half of what an engine allows in a text. */
const mostData = 2 ** 28;
const mostCopied = 2 ** 24;

/** A name and no path, of characters that every file system takes. */
const fileName = z.string().check(z.regex(/^[^\\/:*?"<>|\p{Cc}]{1,120}$/u));

const schema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({
    type: z.literal('control'),
    action: z.enum(runActions),
    runIds: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal('command'), command: z.enum(pageCommands) }),
  z.strictObject({
    type: z.literal('save'),
    name: fileName,
    kind: z.enum(fileKinds),
    data: z.string().check(z.maxLength(mostData)),
  }),
  z.strictObject({ type: z.literal('copy'), text: z.string().check(z.maxLength(mostCopied)) }),
  z.strictObject({ type: z.literal('failed'), error: z.string() }),
]);

/** A page's message, or undefined for anything else: the border trusts nobody. */
export function parseFromPage(message: unknown): FromPage | undefined {
  const parsed = schema.safeParse(message);
  return parsed.success ? parsed.data : undefined;
}
