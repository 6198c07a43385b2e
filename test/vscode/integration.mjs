// @ts-check
/**
 * Runs the built integration tests in both of VS Code's extension hosts. That of Node is in a desktop VS
 * Code where there is one, otherwise in code-server, which has the web's, too. LOSS_LAB_DESKTOP=1 insists
 * on the desktop and may download it. With --node or --web alone, in one of the two.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { findDesktopCode } from './desktop.mjs';
import { root, vscodeTestFolder } from './paths.mjs';

const DOWNLOAD_IDLE_MS = 15_000;

const codeServer = `${root}/test/vscode/run-in-code-server.mjs`;
const bundles = `${root}/out/test/integration`;

const wanted = ['--node', '--web'].filter((host) => process.argv.includes(host));
const runs = (/** @type {string} */ host) => wanted.length === 0 || wanted.includes(host);

if (runs('--node')) {
  console.log('The Node extension host:');
  await test((await desktop()) ?? codeServer, `${bundles}/index.cjs`, []);
}
if (runs('--web')) {
  console.log('The web extension host:');
  await test(codeServer, `${bundles}/web/index.js`, ['--web-extension-host']);
}

/**
 * @param {string} executable
 * @param {string} tests
 * @param {string[]} flags
 */
async function test(executable, tests, flags) {
  // A short path, since VS Code puts a socket there.
  const userData = mkdtempSync(`${tmpdir()}/ll-`);
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      launchArgs: [`--user-data-dir=${userData}`, '--disable-extensions', ...flags],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The executable of a desktop VS Code of the tests' own, apart from the developer's, or undefined. */
async function desktop() {
  const insisted = process.env['LOSS_LAB_DESKTOP'] === '1';
  if (!insisted && !findDesktopCode()) return undefined;
  try {
    return await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: vscodeTestFolder,
      timeout: DOWNLOAD_IDLE_MS,
    });
  } catch (error) {
    if (insisted) throw error;
    console.log('A desktop VS Code for the tests cannot be downloaded: code-server is used.');
    return undefined;
  }
}
