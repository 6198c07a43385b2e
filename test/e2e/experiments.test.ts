import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outFolder } from '../vscode/paths.mjs';
import { expectAccessible } from './accessibility.ts';
import {
  openWorkbench,
  pickFromMenu,
  runCommand,
  screenshot,
  setTheme,
  webviewFrame,
  type Workbench,
} from './harness.ts';
import { writeStripes } from './stripes.ts';

const folder = path.join(outFolder, 'e2e-workspace');

let workbench: Workbench;

beforeAll(async () => {
  writeStripes(folder);
  workbench = await openWorkbench({
    folder,
    settings: {
      'workbench.colorTheme': 'Dark Modern',
      'security.workspace.trust.enabled': false,
      // Its text is then in the page.
      'terminal.integrated.gpuAcceleration': 'off',
    },
  });
});
afterAll(() => workbench.close());

const rows = (name: string) =>
  workbench.page.locator(`.pane:has([aria-label^="${name}"]) .monaco-list-row`);

describe('Experiments as files', () => {
  it('lists the files of the workspace and the examples', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: Focus on Experiments View');
    await expect
      .poll(() => rows('Experiments').allTextContents(), { timeout: 30_000 })
      .toContainEqual(expect.stringContaining('Stripes'));
    await rows('Experiments').filter({ hasText: 'Examples' }).locator('.monaco-tl-twistie').click();
    await expect.poll(() => rows('Experiments').count()).toBeGreaterThan(5);
    await screenshot(page, 'experiments');
  });

  it('opens a file with lenses that run it', async () => {
    const { page } = workbench;
    await rows('Experiments').filter({ hasText: 'Stripes' }).click();
    await page.getByText('Compare all 2').waitFor({ timeout: 30_000 });
    for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern'] as const) {
      await setTheme(page, theme);
      await screenshot(page, `experiment-file-${theme}`.toLowerCase().replaceAll(' ', '-'));
    }
    await page.getByText('Compare all 2').click();
    const panel = await webviewFrame(page, /Plain and Mine/);
    await panel
      .getByText(/completed/)
      .nth(1)
      .waitFor({ timeout: 60_000 });
    await panel.getByRole('tab', { name: 'Validation' }).click();
    await panel.getByText('upright').first().waitFor();
    await expectAccessible(panel);
    await screenshot(page, 'own-data-and-loss');
  });

  it('says in the editor what a setting does', async () => {
    const { page } = workbench;
    await page.getByRole('tab', { name: /stripes\.losslab\.json/ }).click();
    await page.locator('.view-line').getByText('"batchSize"').first().hover();
    await page.getByText('Images that one step is taken on.').waitFor({ timeout: 30_000 });
    await screenshot(page, 'experiment-hover');
  });

  it('shows the images of a folder by class', async () => {
    const { page } = workbench;
    await runCommand(page, 'View: Show Explorer');
    await pickFromMenu(
      page,
      page.getByRole('treeitem', { name: 'stripes', exact: true }),
      'Preview Data…',
    );
    // A page without a script is nothing that a test can ask; its HTML has tests of its own.
    await page.getByRole('tab', { name: /stripes.*preview/ }).waitFor({ timeout: 30_000 });
    await page.waitForTimeout(3000);
    await screenshot(page, 'preview-data');
  });

  it('runs the article’s example, and names its faults beside it', async () => {
    const { page } = workbench;
    await runCommand(page, "Loss Lab: Run the Article's Example");
    const panel = await webviewFrame(page, /article/i);
    await panel
      .getByText(/epoch \d+ of 1,?000/)
      .first()
      .waitFor({ timeout: 60_000 });
    await page.waitForTimeout(8000);
    await screenshot(page, 'article-example');
    await expect
      .poll(() => page.locator('.xterm-rows').first().innerText(), { timeout: 60_000 })
      .toMatch(/Epoch\s1000,\sloss/);
    await screenshot(page, 'article-example');
    await setTheme(page, 'Light Modern');
    await screenshot(page, 'article-example-light');
  });

  it('logs no error', () => {
    expect([...new Set(workbench.problems)].slice(0, 5)).toEqual([]);
  });
});
