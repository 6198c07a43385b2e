import * as z from 'zod/mini';
import { runColours } from '../../run/colours.ts';
import { mostAsked } from '../../question.ts';
import { fileKinds, pageCommands, runActions, type FromPage } from '../../protocol.ts';

/** Characters of a file: half of what an engine allows in a text. */
const mostData = 2 ** 28;
const mostCopied = 2 ** 24;

/** A name and no path, of characters that every file system takes. */
const fileName = z.string().check(z.regex(/^[^\\/:*?"<>|\p{Cc}]{1,120}$/u));

const images = z.array(z.int().check(z.nonnegative())).check(z.maxLength(mostAsked));

const question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('labels'), runId: z.string() }),
  z.strictObject({ type: z.literal('examples'), runId: z.string(), images }),
  z.strictObject({ type: z.literal('predictions'), runId: z.string(), images }),
  z.strictObject({
    type: z.literal('outputs'),
    runId: z.string(),
    epoch: z.int().check(z.nonnegative()),
  }),
  z.strictObject({
    type: z.literal('point'),
    runId: z.string(),
    step: z.int().check(z.positive()),
  }),
]);

const packed = z.strictObject({
  json: z.string(),
  buffers: z.array(z.instanceof(ArrayBuffer)),
});

const schema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), page: z.optional(z.string().check(z.maxLength(64))) }),
  z.strictObject({ type: z.literal('from-worker'), id: z.int(), message: packed }),
  z.strictObject({ type: z.literal('worker-gone'), id: z.int(), reason: z.string() }),
  z.strictObject({
    type: z.literal('control'),
    action: z.enum(runActions),
    runIds: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal('fair'), runIds: z.array(z.string()) }),
  z.strictObject({ type: z.literal('command'), command: z.enum(pageCommands) }),
  z.strictObject({
    type: z.literal('try'),
    runId: z.string(),
    rule: z.string(),
    remedy: z.int().check(z.nonnegative()),
  }),
  z.strictObject({
    type: z.literal('save'),
    name: fileName,
    kind: z.enum(fileKinds),
    data: z.string().check(z.maxLength(mostData)),
  }),
  z.strictObject({ type: z.literal('copy'), text: z.string().check(z.maxLength(mostCopied)) }),
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
