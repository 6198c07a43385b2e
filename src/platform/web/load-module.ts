import { LossLabError } from '../../error.ts';
import type { FileSource } from '../../experiment/datasets/own/file-source.ts';
import { message } from '../../l10n.ts';
import type { LoadModule } from '../../training/own-loss.ts';

/** An ES module by the text of its file, which a browser imports from a blob. */
export function moduleLoader(files: FileSource): LoadModule {
  return async (path) => {
    const bytes = new Uint8Array(await files.read(path));
    const sha256 = hexadecimal(await crypto.subtle.digest('SHA-256', bytes));
    // By its name the stack of what it throws says the line.
    const named = `\n//# sourceURL=${encodeURI(path)}`;
    const url = URL.createObjectURL(new Blob([bytes, named], { type: 'text/javascript' }));
    try {
      const loaded: unknown = await import(/* @vite-ignore */ url);
      return { content: defaultOf(loaded), sha256 };
    } catch (cause) {
      throw explained(cause, path);
    } finally {
      URL.revokeObjectURL(url);
    }
  };
}

/** What works in Node and not in a browser says so; the rest is for whoever asked. */
function explained(cause: unknown, path: string): unknown {
  const text = cause instanceof Error ? cause.message : '';
  if (/\b(?:module|exports|require) is not defined/.test(text))
    return new LossLabError(
      message(
        'The loss in {path} is CommonJS, which a browser cannot run. Write: export default (tf, labels, logits) => …',
        { path },
      ),
      { cause },
    );
  if (/module specifier/i.test(text))
    return new LossLabError(
      message(
        'The loss in {path} imports another file, which it cannot in a browser. Put all of it into one file; tf is given to it.',
        { path },
      ),
      { cause },
    );
  return cause;
}

function hexadecimal(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function defaultOf(loaded: unknown): unknown {
  return typeof loaded === 'object' && loaded !== null && 'default' in loaded
    ? loaded.default
    : undefined;
}
