import * as vscode from 'vscode';
import type { AddressFiles } from '../platform/address-files.ts';
import { uriOf } from './uri-of.ts';

const { fs } = vscode.workspace;

/** The files of the window, whatever keeps them. */
export const windowFiles: AddressFiles = {
  async list(folder) {
    const entries = await fs.readDirectory(uriOf(folder));
    return entries.map(([name, type]) => ({
      name,
      isFolder: (type & vscode.FileType.Directory) !== 0,
    }));
  },
  size: async (file) => (await fs.stat(uriOf(file))).size,
  read: async (file) => fs.readFile(uriOf(file)),
  write: async (file, bytes) => fs.writeFile(uriOf(file), bytes),
  rename: async (from, to) => fs.rename(uriOf(from), uriOf(to), { overwrite: true }),
  remove: async (address) => fs.delete(uriOf(address), { recursive: true, useTrash: false }),
};
