// @ts-check
/**
 * npm start: Loss Lab in a desktop VS Code if the command `code` is there, otherwise in code-server,
 * at an address to open in a browser. `npm start -- --locale zh-cn` shows it in Chinese.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { startCodeServer } from '../test/vscode/code-server.mjs';
import { findDesktopCode } from '../test/vscode/desktop.mjs';
import { packagedExtension, root, vscodeTestFolder } from '../test/vscode/paths.mjs';
import { packageExtension } from './package.mjs';

/** The same at each start, since a browser keeps the window's layout by address. */
const PORT = 8484;

const { locale } = parseArgs({ options: { locale: { type: 'string' } } }).values;

try {
  const code = findDesktopCode();
  if (code) startDesktop(code);
  else await startInBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function startDesktop(/** @type {string} */ code) {
  run(process.execPath, [`${root}/esbuild.mjs`]);
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window'];
  if (locale) args.push('--locale', locale);
  // On Windows `code` is a batch file, which only a shell starts, and the shell wants quotes.
  if (process.platform === 'win32') run(quoted(code), args.map(quoted), true);
  else run(code, args);
  console.log('Loss Lab is ready in a new window of VS Code.');
}

/** As a user has it: the packaged extension, installed. Runs and settings are kept. */
async function startInBrowser() {
  await packageExtension();
  const server = await startCodeServer({
    extensions: [packagedExtension],
    keepData: `${vscodeTestFolder}/user`,
    port: PORT,
    ...(locale && { locale }),
  });
  console.log(`Loss Lab is ready: ${server.url}  (Ctrl+C ends it)`);
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  await server.stop();
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {boolean} [shell]
 */
function run(command, args, shell = false) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) throw error ?? new Error(`${command} ended with ${status}`);
}

function quoted(/** @type {string} */ text) {
  return `"${text}"`;
}
