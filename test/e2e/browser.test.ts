import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heartbeatName } from '../../src/platform/heartbeat.ts';
import { inWebExtensionHost } from '../vscode/code-server.mjs';
import {
  inWebview,
  openWorkbench,
  runCommand,
  screenshot,
  webviewFrame,
  type Workbench,
} from './harness.ts';
import { writeStripes } from './stripes.ts';

/* A person who has nothing but a browser: the extension runs in the page, without any Node. */

const folder = mkdtempSync(`${tmpdir()}/ll-`);
let workbench: Workbench;

beforeAll(async () => {
  writeStripes(folder);
  workbench = await openWorkbench({
    folder,
    settings: { ...inWebExtensionHost, 'workbench.colorTheme': 'Light Modern' },
  });
});
afterAll(async () => {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = (page: Page, view: string) =>
  page.locator(`.pane:has([aria-label^="${view}"]) .monaco-list-row`);

/** In the panel, which is replaced if its page is late while the runs have the processor. */
const bothCompleted = (page: Page): Promise<void> =>
  inWebview(page, /Plain and Mine/, (panel) =>
    panel
      .getByText(/^Plain: completed, Mine: completed$/)
      .waitFor({ timeout: 5000, state: 'attached' }),
  );

describe('In a browser alone', () => {
  it('an experiment on one’s own images and loss runs to its end', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: Focus on Experiments View');
    const file = rows(page, 'Experiments').filter({ hasText: 'Stripes' });
    await file.waitFor({ timeout: 30_000 });
    await file.click();
    await page.getByText('Compare all 2').click({ timeout: 30_000 });
    await bothCompleted(page);
    await screenshot(page, 'browser-completed');
    // Each run in a worker of the page's; Node's would not show here.
    expect(await ranInPage(page)).toBe(true);
  });

  it('what it shows is exported into the workspace', async () => {
    const { page } = workbench;
    const panel = await webviewFrame(page, /Plain and Mine/);
    await panel.getByRole('button', { name: 'Export the comparison' }).click();
    await panel.getByRole('menuitem', { name: 'Report as HTML' }).click();
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    await expect.poll(() => input.inputValue(), { timeout: 30_000 }).toMatch(/\.html$/);
    await input.fill(path.join(folder, 'report.html'));
    await page.keyboard.press('Enter');
    await page.getByText('Exported to report.html', { exact: true }).waitFor({ timeout: 30_000 });
    expect(readFileSync(path.join(folder, 'report.html'), 'utf8')).toContain('Plain');
  });

  it('is there again when the window is reloaded', async () => {
    const { page, server } = workbench;
    await expect.poll(() => unwritten(server.dataFolder)).toEqual([]);
    await page.reload();
    await page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 60_000 });
    await bothCompleted(page);
    const panel = await webviewFrame(page, /Plain and Mine/);
    await runCommand(page, 'Loss Lab: Focus on Runs View');
    await expect
      .poll(() => rows(page, 'Runs').allTextContents(), { timeout: 30_000 })
      .toEqual([expect.stringMatching(/Plain|Mine/), expect.stringMatching(/Plain|Mine/)]);
    await panel.getByRole('tab', { name: 'Explain' }).click();
    await panel.getByText('upright').first().waitFor({ timeout: 30_000 });
    // The image itself too, read from the folder anew.
    await panel.locator('canvas.pixels').first().waitFor({ timeout: 30_000 });
    // Of both runs the outputs of the last epoch are there.
    await expect.poll(() => panel.getByText(/: epoch \d/).count(), { timeout: 10_000 }).toBe(0);
    await screenshot(page, 'browser-reloaded');
    expect(workbench.problems).toEqual([]);
  });
});

/** The runs that are still being written: each has a heartbeat meanwhile. */
const unwritten = (dataFolder: string): string[] =>
  readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === heartbeatName,
  );

/** Whether the extension is in the web extension host, by the view that VS Code has for it. */
async function ranInPage(page: Page): Promise<boolean> {
  await runCommand(page, 'Developer: Show Running Extensions');
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Loss Lab' });
  await row.waitFor({ timeout: 30_000 });
  const text = (await row.textContent()) ?? '';
  await screenshot(page, 'browser-running-extensions');
  await page.keyboard.press('Escape');
  await row.waitFor({ state: 'detached' });
  return /web/i.test(text);
}
