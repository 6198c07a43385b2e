// @ts-check
import { statSync } from 'node:fs';
import { packageExtension } from '../scripts/package.mjs';
import { launchChromium } from '../test/vscode/chromium.mjs';
import { inWebExtensionHost, startCodeServer } from '../test/vscode/code-server.mjs';
import { packagedExtension } from '../test/vscode/paths.mjs';
import { median } from './statistics.mjs';

export const title =
  'A window that opens with the side bar of Loss Lab: until the extension is active and its live view is drawn';

/** @type {Readonly<Record<string, Record<string, unknown>>>} */
const hosts = { 'Node extension host': {}, 'web extension host': inWebExtensionHost };
const rounds = 3;

export async function run() {
  await packageExtension();
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const [host, settings] of Object.entries(hosts))
      times.set(host, [...(times.get(host) ?? []), await opening(settings)]);
  }
  for (const [host, each] of times)
    console.log(
      `  ${host.padEnd(20)} ${median(each).toFixed(0)} ms  (${each.map(Math.round).join(', ')})`,
    );
  for (const script of ['extension.js', 'worker.js'])
    console.log(
      `  dist/web/${script.padEnd(14)} ${(statSync(`dist/web/${script}`).size / 1e6).toFixed(2)} MB`,
    );
}

/** Milliseconds of a window that was open before, so that VS Code itself is in the browser's cache. @param {Record<string, unknown>} settings */
async function opening(settings) {
  const server = await startCodeServer({ extensions: [packagedExtension], settings });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}?ew=true`);
    await page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 60_000 });
    await page.getByRole('tab', { name: 'Loss Lab' }).click({ timeout: 60_000 });
    await liveView(page);
    await page.waitForTimeout(3000); // VS Code keeps what is open a moment later.
    const start = performance.now();
    await page.reload({ waitUntil: 'commit' });
    await liveView(page);
    return performance.now() - start;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Until the live view says what it is for, which the extension tells it. @param {import('playwright-core').Page} page */
async function liveView(page) {
  for (;;) {
    const shown = await Promise.all(
      page
        .frames()
        .map((frame) =>
          frame
            .evaluate(
              () =>
                document.body.classList.contains('view-live') &&
                document.querySelector('main') !== null,
            )
            .catch(() => false),
        ),
    );
    if (shown.includes(true)) return;
    await page.waitForTimeout(10);
  }
}
