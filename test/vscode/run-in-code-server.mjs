#!/usr/bin/env node
// @ts-check
/**
 * Takes the arguments that a desktop VS Code takes for a test run, and makes that run in code-server
 * with Chromium: the same workbench, the same Node extension host, the same exit code. With
 * --web-extension-host the extension runs in the page, as where VS Code is nothing but a page.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { inWebExtensionHost, startCodeServer } from './code-server.mjs';
import { outFolder } from './paths.mjs';

const RUN_TIMEOUT_MS = 10 * 60_000;
/** Precedes each line of the tests' own report; the rest of the log goes into a file. */
const MARK = '[test] ';
const logFile = `${outFolder}/integration.log`;
const screenshot = `${outFolder}/integration-failed.png`;

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

try {
  process.exit(await runTests(parse()));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/** @typedef {{ development: string, tests: string, inWeb: boolean, userData?: string, folder?: string }} Run */

/** @returns {Run} */
function parse() {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: text,
      extensionTestsPath: text,
      'user-data-dir': text,
      'web-extension-host': { type: 'boolean' },
    },
  });
  const {
    extensionDevelopmentPath: development,
    extensionTestsPath: tests,
    'user-data-dir': userData,
    'web-extension-host': inWeb = false,
  } = values;
  if (typeof development !== 'string' || typeof tests !== 'string') {
    throw new Error('--extensionDevelopmentPath=FOLDER and --extensionTestsPath=FILE are needed.');
  }
  const [folder] = positionals;
  return {
    development,
    tests,
    inWeb: inWeb === true,
    ...(typeof userData === 'string' && { userData }),
    ...(folder !== undefined && { folder: resolve(folder) }),
  };
}

/**
 * @param {Run} run
 * @returns {Promise<number>} the exit code of the tests
 */
async function runTests(run) {
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(logFile, '');
  const browser = await launchChromium();
  const server = await startCodeServer({
    ...(run.userData && { keepData: run.userData }),
    ...(run.inWeb && { settings: inWebExtensionHost }),
    // Without it VS Code ignores the tests' paths in the address, silently.
    flags: ['--vscode-option', 'enable-smoke-test-driver'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  try {
    await page.exposeFunction('codeAutomationLog', log);
    const ended = exitCode(page);
    await page.goto(address(server.url, run));
    return await ended;
  } catch (error) {
    await page.screenshot({ path: screenshot }).catch(() => undefined);
    throw new Error(`${error}\nSee ${screenshot} and ${logFile}.`, { cause: error });
  } finally {
    await browser.close();
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>}
 */
function exitCode(page) {
  return new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    const minutes = RUN_TIMEOUT_MS / 60_000;
    setTimeout(
      () => reject(new Error(`The tests did not end within ${minutes} minutes.`)),
      RUN_TIMEOUT_MS,
    );
  });
}

/**
 * @param {string} type `log`, `warn` or `error`
 * @param {unknown[]} args what was given to console
 */
function log(type, args) {
  const text = args.map(String).join(' ');
  const start = text.indexOf(MARK);
  if (start >= 0) console.log(text.slice(start + MARK.length));
  else appendFileSync(logFile, `${type}: ${text}\n`);
}

/**
 * @param {string} server
 * @param {Run} run
 */
function address(server, run) {
  const url = new URL(server);
  const remote = (/** @type {string} */ path) => `vscode-remote://${url.host}${path}`;
  if (run.folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set('folder', run.folder);
  const payload = [
    ['extensionDevelopmentPath', remote(run.development)],
    ['extensionTestsPath', remote(run.tests)],
    ['enableProposedApi', ''],
    ['skipWelcome', 'true'],
  ];
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
