import type { WrittenObject } from './merge-written.ts';

/** What an experiment file may hold, as it is written. */
export interface ExperimentContent {
  readonly title?: string;
  readonly description?: string;
  readonly base?: WrittenObject;
  readonly variants?: readonly WrittenObject[];
  readonly seeds?: readonly number[];
}

/** So long a line is still read at a glance. */
const width = 100;

/** The text of an experiment file: lists and parts that fit a line are on one. */
export function experimentText(content: ExperimentContent): string {
  const { title, description, base, variants, seeds } = content;
  return `${written({ title, description, base, variants, seeds }, '', 0)}\n`;
}

/** @param used what of the line is taken already */
function written(value: unknown, indent: string, used: number): string {
  const line = oneLine(value);
  const isWhole =
    indent === '' || (value instanceof Array && indent.length < 4 && hasObjects(value));
  if (!isWhole && indent.length + used + line.length <= width) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const entries = value.map((entry) => `${inner}${written(entry, inner, 1)}`);
    return `[\n${entries.join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return line;
  const entries = settings(value).map(([key, each]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${inner}${name}${written(each, inner, name.length + 1)}`;
  });
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function hasObjects(list: readonly unknown[]): boolean {
  return list.some((entry) => typeof entry === 'object');
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = settings(value).map(([key, each]) => `${JSON.stringify(key)}: ${oneLine(each)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function settings(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, each]) => each !== undefined);
}
