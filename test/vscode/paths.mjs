// @ts-check
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What the suites leave to be looked at: screenshots and traces. Not kept in git. */
export const outFolder = `${root}/out`;

/** What is brought or kept for running VS Code: code-server, user data. Not kept in git. */
export const vscodeTestFolder = `${root}/.vscode-test`;

/** The packaged extension, which `npm run package` makes. */
export const packagedExtension = `${outFolder}/loss-lab.vsix`;
