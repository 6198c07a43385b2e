import { isObject } from '../../experiment/merge-written.ts';
import { parseSpec } from '../../experiment/parse-spec.ts';
import { message, type Message } from '../../l10n.ts';
import { isRunColour } from '../colours.ts';
import { tryParseJson } from '../json.ts';
import type { RunIdentity } from '../run.ts';
import { isCount, isFolderName } from './guards.ts';
import { parsePurpose } from './parse-purpose.ts';

/** The name of a run's event file: TensorBoard looks for "tfevents" in it. */
export function eventFileName({ createdAt }: RunIdentity): string {
  const seconds = Math.floor(createdAt / 1000);
  return `events.out.tfevents.${String(seconds).padStart(10, '0')}.loss-lab`;
}

/**
 * Raised when a new `run.json` means something else to an old reader: since 2 a model has a style, since
 * 3 a run may stop early.
 */
const format = 3;

/** The content of a run's `run.json`. */
export function formatIdentity(identity: RunIdentity): string {
  return `${JSON.stringify({ format, ...identity }, undefined, 2)}\n`;
}

export type ParsedIdentity =
  | { readonly ok: true; readonly identity: RunIdentity }
  /** What is wrong with the file, as a sentence. */
  | { readonly ok: false; readonly problem: Message };

/** Never throws, whatever the text is. */
export function parseIdentity(text: string): ParsedIdentity {
  const value = tryParseJson(text);
  if (!isObject(value)) return bad(message('Its run.json is cut off or not JSON.'));
  if (isCount(value['format']) && value['format'] > format) {
    return bad(message('A newer version of Loss Lab wrote it. Update Loss Lab to open it.'));
  }
  return parseFields(value);
}

function parseFields(value: Readonly<Record<string, unknown>>): ParsedIdentity {
  const { id, name, createdAt, comparison, position } = value;
  if (!isCount(value['format']) || value['format'] < 1) return badField('format');
  if (!isFolderName(id)) return badField('id');
  if (typeof name !== 'string') return badField('name');
  if (!isCount(createdAt)) return badField('createdAt');
  if (typeof comparison !== 'string') return badField('comparison');
  if (!isCount(position)) return badField('position');
  const { group, continues, colour } = value;
  if (group !== undefined && typeof group !== 'string') return badField('group');
  if (continues !== undefined && !isContinued(continues)) return badField('continues');
  const parsed = parseSpec(ofToday(value['spec']));
  if (parsed.ok) {
    const kin = { ...(group !== undefined && { group }), ...(continues && { continues }) };
    // One of a later version is no reason to refuse the run.
    const look = isRunColour(colour) ? { colour } : {};
    const purpose = parsePurpose(value['purpose']);
    const own = { id, name, createdAt, comparison, position };
    const identity = { ...own, ...kin, ...look, ...(purpose && { purpose }), spec: parsed.spec };
    return { ok: true, identity };
  }
  const [error] = parsed.errors;
  return badField(['spec', error?.path].filter(Boolean).join('.'), error?.message);
}

/**
 * Format 1 knew the deep MLP by its sigmoid units alone. That name is read here and not by `parseSpec`,
 * so that nobody learns it anew: who writes it today is told the names of today.
 */
function ofToday(spec: unknown): unknown {
  return isObject(spec) && spec['model'] === 'deep-sigmoid-mlp'
    ? { ...spec, model: 'deep-mlp' }
    : spec;
}

function isContinued(value: unknown): value is NonNullable<RunIdentity['continues']> {
  return isObject(value) && isFolderName(value['id']) && isCount(value['epoch']);
}

function badField(path: string, error?: Message): ParsedIdentity {
  return bad(
    message('Its run.json is damaged or not from Loss Lab: “{path}” {error}.', {
      path,
      error: error ?? message('is missing or not valid'),
    }),
  );
}

function bad(problem: Message): ParsedIdentity {
  return { ok: false, problem };
}
