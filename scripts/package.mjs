// @ts-check
/** npm run package: the extension as out/loss-lab.vsix, and its size. */
import { mkdirSync, statSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';

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
  const megabytes = statSync(vsix).size / 1e6;
  console.log(`${vsix}: ${megabytes.toFixed(1)} MB`);
}

if (process.argv[1] === import.meta.filename) await packageExtension();
