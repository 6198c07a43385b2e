import { isObject, type WrittenObject } from './merge-written.ts';

/** By the kind of a person's own data, the settings that are paths; `npz` names arrays by the others. */
const dataPaths = ['path', 'images', 'labels', 'masks'] as const;
const archivePaths = ['path'] as const;

/**
 * A written spec whose relative paths, of a person's own data and loss, are resolved against `folder`.
 * Whatever else it holds stays as it is, mistakes too.
 */
export function resolvePaths(written: unknown, folder: string): unknown {
  if (!isObject(written)) return written;
  const { dataset, loss } = written;
  const change: Record<string, unknown> = {};
  if (isObject(dataset) && isObject(dataset['own'])) {
    const { own } = dataset;
    const keys = own['kind'] === 'npz' ? archivePaths : dataPaths;
    change['dataset'] = { ...dataset, own: resolved(own, keys, folder) };
  }
  if (isObject(loss)) change['loss'] = resolved(loss, ['module'], folder);
  return { ...written, ...change };
}

function resolved(
  record: WrittenObject,
  keys: readonly string[],
  folder: string,
): Record<string, unknown> {
  const own: Record<string, unknown> = { ...record };
  for (const key of keys) {
    const path = own[key];
    if (typeof path === 'string' && path !== '') own[key] = resolvePath(path, folder);
  }
  return own;
}

/** POSIX paths, Windows's with a drive or a share, and URIs can be absolute. */
const absolute = /^(?:[/\\]|[a-z]:[/\\]|[a-z][\w+.-]+:\/)/i;

export function resolvePath(path: string, folder: string): string {
  if (absolute.test(path)) return path;
  const parts = folder.replace(/[/\\]+$/, '').split(/[/\\]/);
  for (const part of path.split(/[/\\]/)) {
    if (part === '..' && parts.length > 1) parts.pop();
    else if (part !== '.' && part !== '' && part !== '..') parts.push(part);
  }
  return parts.join(folder.includes('\\') ? '\\' : '/');
}
