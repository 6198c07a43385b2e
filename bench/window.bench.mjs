// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageExtension } from '../scripts/package.mjs';
import { launchChromium } from '../test/vscode/chromium.mjs';
import { startCodeServer } from '../test/vscode/code-server.mjs';
import { packagedExtension, root } from '../test/vscode/paths.mjs';
import { median } from './statistics.mjs';

export const title =
  'In a VS Code window: size, activation, and from the command to the first drawn point';

const command = 'Loss Lab: Compare Cross-Entropy and MSE';
const windows = 3;

export async function run() {
  await packageExtension();
  const cold = [];
  const warm = [];
  for (let round = 0; round < windows; round++) {
    const { first, second } = await firstPoints();
    cold.push(first);
    warm.push(second);
  }
  const activations = Array.from({ length: windows }, activation);
  console.log(
    `  packaged extension               ${(statSync(packagedExtension).size / 1e6).toFixed(1)} MB`,
  );
  console.log(`  activation, bundle included      ${activations.join(', ')}`);
  console.log(
    `  to the first point, new window   ${median(cold).toFixed(0)} ms  (${cold.map(Math.round).join(', ')})`,
  );
  console.log(
    `  to the first point, panel open   ${median(warm).toFixed(0)} ms  (${warm.map(Math.round).join(', ')})`,
  );
}

/** Of the first comparison of a window, whose webview has to load, and of one after it. */
async function firstPoints() {
  const server = await startCodeServer({ extensions: [packagedExtension] });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}?ew=true`);
    await page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 60_000 });
    await sleep(12_000); // The window settles: what it loads late is not what is measured.
    const first = await toFirstPoint(page);
    await runCommand(page, 'Loss Lab: Stop', () => page.keyboard.press('Enter'));
    await sleep(1000);
    const second = await toFirstPoint(page);
    return { first, second };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** @param {import('playwright-core').Page} page */
async function toFirstPoint(page) {
  await runCommand(page, command);
  const start = performance.now();
  for (;;) {
    if (await hasPoints(page)) return performance.now() - start;
    if (performance.now() - start > 60_000) throw new Error('No point was drawn within 60 s');
    await sleep(10);
  }
}

/** Whether the panel shows running jobs, and a chart says that it has values. @param {import('playwright-core').Page} page */
async function hasPoints(page) {
  const frames = page.frames().filter((frame) => frame.url().includes('/fake.html'));
  const answers = await Promise.all(
    frames.map((frame) =>
      frame
        .evaluate(() => {
          const panel = document.querySelector('main.panel');
          const charts = [...(panel?.querySelectorAll('canvas[role=img]') ?? [])];
          const isDrawn = charts.some(({ ariaLabel }) => !ariaLabel?.includes('no values yet'));
          return isDrawn && panel?.textContent.includes('running');
        })
        .catch(() => false),
    ),
  );
  return answers.includes(true);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} title
 * @param {() => Promise<void>} [then]
 */
async function runCommand(page, title, then) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page
    .locator('.quick-input-list .label-name')
    .getByText(title, { exact: true })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  if (then === undefined) return;
  await sleep(500);
  await then();
}

/** By a run of its own in the extension host. */
function activation() {
  const data = mkdtempSync(`${tmpdir()}/ll-`);
  const { stdout } = spawnSync(
    process.execPath,
    [
      `${root}/test/vscode/run-in-code-server.mjs`,
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${root}/bench/activation.host.cjs`,
      `--user-data-dir=${data}`,
    ],
    { encoding: 'utf8' },
  );
  rmSync(data, { recursive: true, force: true });
  return stdout.trim().split('\n').at(-1) ?? 'unknown';
}
