import { LossLabError } from '../../error.ts';
import type { FileSource } from '../../experiment/datasets/own/file-source.ts';
import { message } from '../../l10n.ts';
import { OwnLossError, placeOf, reasonOf } from '../../training/own-loss-error.ts';
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

const commonJs = /\b(?:module|exports|require|__dirname|__filename)\b/;

/** As Chromium, Firefox and Safari say it. The module itself is there, so what is not fetched is another. */
const imports =
  /specifier|not resolve to a valid URL|requested module|dynamically imported module|importing a module/i;

/** What works in Node and not in a browser says so; the rest is for whoever asked. */
function explained(cause: unknown, path: string): unknown {
  const text = reasonOf(cause);
  if (cause instanceof ReferenceError && commonJs.test(text))
    return new LossLabError(
      message(
        'The loss in {path} is CommonJS, which a browser cannot run. Write: export default (tf, labels, logits) => …',
        { path },
      ),
      { cause },
    );
  // What its own code throws says the line.
  if (placeOf(cause, path) === path && imports.test(text))
    return new LossLabError(
      message(
        'The loss in {path} imports a package or another file, which it cannot in a browser. Put all of it into one file; tf is given to it.',
        { path },
      ),
      { cause },
    );
  if (!(cause instanceof SyntaxError)) return cause;
  const problem = message('it is no JavaScript ({error}). The editor marks the place.', {
    error: text,
  });
  return new OwnLossError(path, problem, { cause });
}

function hexadecimal(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function defaultOf(loaded: unknown): unknown {
  return typeof loaded === 'object' && loaded !== null && 'default' in loaded
    ? loaded.default
    : undefined;
}
