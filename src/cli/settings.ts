import { isObject } from '../experiment/merge-written.ts';
import { message, type Message } from '../l10n.ts';

/** One `--set PATH=VALUE`: "loss.parameters.gamma=1". */
interface Setting {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Where a name stands for a whole object. */
const named = ['dataset', 'model', 'loss', 'optimizer', 'schedule'];

/**
 * `spec` with each setting put at its path; a value is JSON, or else a text. What is not of the form
 * PATH=VALUE is left to `settingErrors`.
 */
export function withSettings(spec: unknown, settings: readonly string[]): unknown {
  return settings.flatMap((text) => parse(text) ?? []).reduce(put, spec);
}

export function settingErrors(settings: readonly string[]): Message[] {
  return settings
    .filter((text) => parse(text) === undefined)
    .map((text) =>
      message('--set {text} is not of the form PATH=VALUE, such as dataset.labelNoise=0.4.', {
        text,
      }),
    );
}

function parse(text: string): Setting | undefined {
  const [, path, value] = /^([\w.]+)=(.*)$/s.exec(text) ?? [];
  if (path === undefined || value === undefined) return undefined;
  return { path: path.split('.'), value: json(value) };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function put(spec: unknown, { path: [first, ...rest], value }: Setting): unknown {
  if (first === undefined) return value;
  const record = isObject(spec) ? spec : {};
  const inner = record[first];
  const full = named.includes(first) && typeof inner === 'string' ? { name: inner } : inner;
  return { ...record, [first]: put(full, { path: rest, value }) };
}
