// @ts-check
/**
 * Runs the built integration tests in VS Code's extension host: in a desktop VS Code where there is
 * one, otherwise in code-server. LOSS_LAB_DESKTOP=1 insists on the desktop and may download it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { findDesktopCode } from './desktop.mjs';
import { root, vscodeTestFolder } from './paths.mjs';

const DOWNLOAD_IDLE_MS = 15_000;

// A short path, since VS Code puts a socket there.
const userData = mkdtempSync(`${tmpdir()}/ll-`);
try {
  await runTests({
    vscodeExecutablePath: (await desktop()) ?? `${root}/test/vscode/run-in-code-server.mjs`,
    extensionDevelopmentPath: root,
    extensionTestsPath: `${root}/out/test/integration/index.cjs`,
    launchArgs: [`--user-data-dir=${userData}`, '--disable-extensions'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
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
