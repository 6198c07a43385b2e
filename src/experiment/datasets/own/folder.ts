import { message } from '../../../l10n.ts';
import { byCodePoint } from './classes.ts';
import { DataError } from './data-error.ts';
import type { FileSource } from './file-source.ts';

const imageName = /\.(png|jpe?g)$/i;

/** Hidden ones of every system, and what macOS puts into archives. */
const isHidden = (name: string): boolean => name.startsWith('.') || name === '__MACOSX';

/** Names of the subfolders, in the order of code points. */
export async function foldersIn(files: FileSource, folder: string): Promise<string[]> {
  const entries = await files.list(folder);
  return entries
    .filter(({ name, isFolder }) => isFolder && !isHidden(name))
    .map(({ name }) => name)
    .sort(byCodePoint);
}

/**
 * Names of the files whose extension says that they are images, in the order of code points; all others
 * are left alone.
 * @throws DataError if there is none
 */
export async function imagesIn(files: FileSource, folder: string): Promise<string[]> {
  const entries = await files.list(folder);
  const names = entries
    .filter(({ name, isFolder }) => !isFolder && !isHidden(name) && imageName.test(name))
    .map(({ name }) => name)
    .sort(byCodePoint);
  if (names.length > 0) return names;
  const problem = message('this folder holds no PNG or JPEG image. Put some in, or remove it.');
  throw new DataError(folder, problem);
}

export function join(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

export function withoutExtension(name: string): string {
  return name.replace(imageName, '');
}
