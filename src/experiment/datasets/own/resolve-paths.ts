import { isObject, type WrittenObject } from '../../merge-written.ts';
import type { OwnData } from './own-data.ts';

/** The settings of each kind that are paths; the images and labels of an NPZ file are names in it. */
const pathsOf: Readonly<Record<OwnData['kind'], readonly string[]>> = {
  'image-folder': ['path'],
  csv: ['path'],
  npz: ['path'],
  idx: ['images', 'labels'],
  npy: ['images', 'labels'],
  'mask-folder': ['images', 'masks'],
};

/** The same data with relative paths made absolute. @param base an absolute folder, by "/" or "\" */
export function resolveOwnPaths(own: OwnData, base: string): OwnData {
  return { ...own, ...resolvedIn({ ...own }, pathsOf[own.kind], base) };
}

/**
 * A spec as it is written, with its paths absolute: those of a person's own data and loss. What is not as
 * it should be stays as it is, for the parser to say.
 */
export function resolvePaths(written: unknown, base: string): unknown {
  if (!isObject(written)) return written;
  const { dataset, loss } = written;
  return {
    ...written,
    ...(isObject(dataset) && { dataset: withOwn(dataset, base) }),
    ...(isObject(loss) && { loss: { ...loss, ...resolvedIn(loss, ['module'], base) } }),
  };
}

function withOwn(dataset: WrittenObject, base: string): WrittenObject {
  const { own } = dataset;
  if (!isObject(own)) return dataset;
  const keys = Object.entries(pathsOf).find(([kind]) => kind === own['kind'])?.[1] ?? [];
  return { ...dataset, own: { ...own, ...resolvedIn(own, keys, base) } };
}

function resolvedIn(
  fields: WrittenObject,
  keys: readonly string[],
  base: string,
): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const path = fields[key];
      return typeof path === 'string' && path !== '' ? [[key, resolvePath(path, base)]] : [];
    }),
  );
}

/**
 * An absolute path without "." and ".."; by the separator of `base` where it was relative. An address, such
 * as scheme://authority/path, stays as it is; where `base` is one, so is what is resolved against it.
 */
export function resolvePath(path: string, base: string): string {
  if (/^[a-z][\w+.-]+:\//i.test(path)) return path;
  const [authority = ''] = /^[a-z][\w+.-]+:\/\/[^/]*/i.exec(base) ?? [];
  return authority + resolved(path, base.slice(authority.length) || '/');
}

function resolved(path: string, base: string): string {
  const separator = isWindows(isAbsolute(path) ? path : base) ? '\\' : '/';
  const whole = isAbsolute(path) ? path : `${base}${separator}${path}`;
  const [root = ''] = /^(?:[A-Za-z]:[\\/]|[\\/]{1,2})/.exec(whole) ?? [];
  const splitter = separator === '\\' ? /[\\/]/ : /\//;
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split(splitter)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const start = separator === '\\' ? root.replaceAll('/', separator) : root;
  return start + parts.join(separator);
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
}

/** A drive or a share; a backslash may otherwise be part of a name. */
function isWindows(path: string): boolean {
  return /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path);
}
