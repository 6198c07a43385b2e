// @ts-check
/** npm run package: the extension as out/loss-lab.vsix, and its size. What a browser loads has a limit. */
import { mkdirSync, statSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';

/** Bytes of the scripts in dist/web, which a browser fetches before it trains. */
const mostForBrowser = 2.5e6;

export const vsix = 'out/loss-lab.vsix';

/** Builds for production (vsce calls `vscode:prepublish`) and packs what .vscodeignore lists. */
export async function packageExtension() {
  mkdirSync('out', { recursive: true });
  await createVSIX({
    dependencies: false,
    packagePath: vsix,
    allowMissingRepository: true,
    // The pictures of the README lie in the package.
    rewriteRelativeLinks: false,
  });
  console.log(`${vsix}: ${megabytes(statSync(vsix).size)}`);
  const scripts = ['extension.js', 'worker.js'].map((name) => statSync(`dist/web/${name}`).size);
  const size = scripts.reduce((sum, bytes) => sum + bytes);
  console.log(`dist/web: ${megabytes(size)}`);
  if (size > mostForBrowser) throw new Error(`dist/web is above ${megabytes(mostForBrowser)}`);
}

function megabytes(/** @type {number} */ bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

if (process.argv[1] === import.meta.filename) await packageExtension();
