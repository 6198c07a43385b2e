import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { LoadModule } from '../../training/own-loss.ts';
import { NodeFileSource } from './file-source.ts';

/** An ES module, or CommonJS. One that has changed is read anew: its content is part of its address. */
export const loadModule: LoadModule = async (path) => {
  const files = new NodeFileSource(process.cwd());
  const sha256 = createHash('sha256')
    .update(await files.read(path))
    .digest('hex');
  const url = `${pathToFileURL(path).href}?sha256=${sha256}`;
  const loaded: unknown = await import(/* @vite-ignore */ url);
  return { content: defaultOf(loaded), sha256 };
};

function defaultOf(loaded: unknown): unknown {
  return typeof loaded === 'object' && loaded !== null && 'default' in loaded
    ? loaded.default
    : undefined;
}
