#!/usr/bin/env node
// @ts-check
/**
 * Takes the arguments that a desktop VS Code takes for a test run, and makes that run in code-server
 * with Chromium: the same workbench, the same Node extension host, the same exit code.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChromium } from './chromium.mjs';
import { startCodeServer } from './code-server.mjs';
import { outFolder } from './paths.mjs';

const RUN_TIMEOUT_MS = 10 * 60_000;
/** Precedes each line of the tests' own report; the rest of the log goes into a file. */
const MARK = '[test] ';
const logFile = `${outFolder}/integration.log`;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
});
const { extensionDevelopmentPath, extensionTestsPath, 'user-data-dir': keepData } = values;
if (typeof extensionDevelopmentPath !== 'string' || typeof extensionTestsPath !== 'string') {
  console.error('--extensionDevelopmentPath=FOLDER and --extensionTestsPath=FILE are needed.');
  process.exit(2);
}
mkdirSync(outFolder, { recursive: true });
writeFileSync(logFile, '');

const server = await startCodeServer({
  ...(typeof keepData === 'string' ? { keepData } : {}),
  // Without it VS Code ignores the tests' paths in the address, silently.
  flags: ['--vscode-option', 'enable-smoke-test-driver'],
});
const browser = await launchChromium().catch(async (error) => {
  await server.stop();
  throw error;
});

async function finish(/** @type {number} */ code) {
  await browser.close();
  await server.stop();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => finish(130));

const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.exposeFunction('codeAutomationLog', log);
await page.exposeFunction('codeAutomationExit', finish);
setTimeout(() => {
  console.error(`The tests did not end within ${RUN_TIMEOUT_MS / 60_000} minutes.`);
  void fail();
}, RUN_TIMEOUT_MS);
page.once('crash', () => {
  console.error('The page of the workbench crashed.');
  void finish(1);
});
await page.goto(address()).catch(fail);

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

/** @param {unknown} [error] */
async function fail(error) {
  if (error) console.error(String(error));
  const screenshot = `${outFolder}/integration-failed.png`;
  await page.screenshot({ path: screenshot }).catch(() => undefined);
  console.error(`See ${screenshot} and ${logFile}.`);
  await finish(1);
}

function address() {
  const authority = `127.0.0.1:${server.port}`;
  const remote = (/** @type {unknown} */ path) => `vscode-remote://${authority}${path}`;
  const url = new URL(server.url);
  const [folder] = positionals;
  if (folder === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set('folder', resolve(folder));
  url.searchParams.set(
    'payload',
    JSON.stringify([
      ['extensionDevelopmentPath', remote(extensionDevelopmentPath)],
      ['extensionTestsPath', remote(extensionTestsPath)],
      ['enableProposedApi', ''],
      ['skipWelcome', 'true'],
    ]),
  );
  return url.href;
}
