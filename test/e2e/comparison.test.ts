import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

let workbench: Workbench;
let panel: Frame;

beforeAll(async () => {
  workbench = await openWorkbench({ settings: { 'workbench.colorTheme': 'Dark Modern' } });
});
afterAll(() => workbench.close());

const tree = () => workbench.page.locator('.pane:has([aria-label^="Runs"]) .monaco-list-row');
const status = () => workbench.page.locator('[id="loss-lab.loss-lab.lossLab.status"]');
const showSidebar = () => runCommand(workbench.page, 'Loss Lab: Focus on Runs View');

describe('A comparison, from the palette', () => {
  it('invites to the first one while there is none', async () => {
    const { page } = workbench;
    await showSidebar();
    await page.getByRole('button', { name: 'Compare Cross-Entropy and MSE' }).first().waitFor();
    expect(await status().count()).toBe(0);
    await screenshot(page, 'empty');
  });

  it('draws the first points soon after the command, and they keep coming', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: Compare Cross-Entropy and MSE');
    panel = await webviewFrame(page, /Cross-entropy and MSE/);
    await panel
      .getByText(/epoch [1-9]\d* of 30/i)
      .first()
      .waitFor();
    const canvases = panel.locator('canvas[role="img"]');
    expect(await canvases.count()).toBeGreaterThanOrEqual(3);
    const before = await canvases.first().getAttribute('aria-label');
    await expect
      .poll(() => canvases.first().getAttribute('aria-label'), { timeout: 30_000 })
      .not.toBe(before);
  });

  it('shows the live loss in the status bar', async () => {
    await expect
      .poll(() => status().textContent(), { timeout: 20_000 })
      .toMatch(/(CE|MSE) \d\.\d+ [↓↑→] \d+\/30/);
  });

  it('lists both runs with loss and accuracy', async () => {
    await expect.poll(() => tree().count()).toBe(2);
    await expect
      .poll(() => tree().first().textContent(), { timeout: 20_000 })
      .toMatch(/Cross-entropy\d\.\d+ · \d\d\.\d%/);
  });

  it('pauses and resumes from the panel', async () => {
    await panel.getByRole('button', { name: 'Pause all runs' }).click();
    await panel.getByRole('button', { name: 'Resume all runs' }).waitFor();
    await expect.poll(() => tree().first().textContent()).toMatch(/paused \d+\/30/);
    await panel.getByRole('button', { name: 'Resume all runs' }).click();
    await panel.getByRole('button', { name: 'Pause all runs' }).waitFor();
  });

  it('has a live view with a sparkline for each job', async () => {
    const live = await webviewFrame(workbench.page, /^Live/);
    await expect.poll(() => live.locator('.live-run canvas').count()).toBe(2);
    await expectAccessible(live, 'sideBar');
    await panel
      .getByText(/epoch 1\d of 30/)
      .first()
      .waitFor();
    await screenshot(workbench.page, 'running');
  });

  it('ends by itself, explained and accessible in every theme', { timeout: 240_000 }, async () => {
    const { page } = workbench;
    await expect
      .poll(
        () =>
          tree()
            .filter({ hasText: /^(Cross-entropy|MSE)/ })
            .locator('.codicon-check')
            .count(),
        { timeout: 120_000 },
      )
      .toBe(2);
    for (const theme of [
      'Light Modern',
      'Dark High Contrast',
      'Light High Contrast',
      'Dark Modern',
    ] as const) {
      await setTheme(page, theme);
      for (const tab of ['Curves', 'Gradients', 'Validation', 'Data', 'Explain']) {
        await panel.getByRole('tab', { name: tab }).click();
        await page.waitForTimeout(300);
        await expectAccessible(panel);
        await screenshot(page, `${theme} ${tab}`.toLowerCase().replaceAll(' ', '-'));
      }
    }
  });

  it('states findings with figures of these runs', async () => {
    await panel.getByRole('tab', { name: 'Curves' }).click();
    const findings = await panel.locator('aside').innerText();
    expect(findings).toMatch(/80\.?0? ?%/);
    expect(findings).toMatch(/gradient norm \d/);
    expect(findings).toMatch(/percentage points/);
  });

  it('shows the validation images, and those of a cell of a confusion matrix', async () => {
    await panel.getByRole('tab', { name: 'Data' }).click();
    await expect.poll(() => panel.locator('.example').count(), { timeout: 20_000 }).toBe(24);
    const lit = panel.locator('.example canvas').first();
    const bright = (): Promise<number> =>
      lit.evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
        return Math.max(...(pixels?.data.filter((_, at) => at % 4 === 0) ?? []));
      });
    await expect.poll(bright, { timeout: 20_000 }).toBeGreaterThan(100);
    await panel.locator('.confusion .right').first().click();
    const classes = async (): Promise<Set<string>> => {
      const titles = await panel.locator('.example-title').allInnerTexts();
      return new Set(titles.map((title) => title.replace(/Image.*/s, '').trim()));
    };
    await expect.poll(async () => (await classes()).size, { timeout: 10_000 }).toBe(1);
    await screenshot(workbench.page, 'data-of-a-cell');
  });

  it('explains the point of a curve, with the hardest images of its batch', async () => {
    await panel.getByRole('tab', { name: 'Curves' }).click();
    await panel.locator('.plot-canvas').first().focus();
    await panel.locator('.plot-canvas').first().press('End');
    await panel.locator('.plot-canvas').first().press('Enter');
    const card = panel.getByRole('dialog');
    await card.getByText('The hardest images of the batch').waitFor();
    await expect.poll(() => card.locator('canvas').count(), { timeout: 20_000 }).toBe(3);
    await screenshot(workbench.page, 'point');
    await card.press('Escape');
    await card.waitFor({ state: 'detached' });
  });

  it('renames a run and deletes one after asking', async () => {
    const { page } = workbench;
    await pickFromMenu(page, tree().nth(1), 'Rename Run…');
    await page.locator('.quick-input-widget input').fill('Mine');
    await page.keyboard.press('Enter');
    await expect.poll(() => tree().nth(1).textContent()).toMatch(/^Mine/);
    await pickFromMenu(page, tree().nth(1), 'Delete…');
    await page.locator('.monaco-dialog-box .monaco-button').getByText('Delete').click();
    await expect.poll(() => tree().count()).toBe(1);
  });

  it('asks for a new comparison step by step, every answer preset', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: New Comparison…');
    const title = page.locator('.quick-input-title');
    for (let step = 1; step <= 11; step++) {
      await expect.poll(() => title.textContent()).toContain(`${step}/11`);
      if (step === 4) await screenshot(page, 'new-comparison');
      if (step === 5) await screenshot(page, 'losses-to-compare');
      if (step === 11) await screenshot(page, 'anything-more');
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => tree().count()).toBe(3);
    await panel
      .getByText(/epoch [1-9]\d* of 30/)
      .first()
      .waitFor();
  });

  it('goes back in the questions, and refuses a learning rate of 0', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: New Comparison…');
    const title = page.locator('.quick-input-title');
    for (let step = 1; step <= 6; step++) {
      await expect.poll(() => title.textContent()).toContain(`${step}/11`);
      await page.keyboard.press('Enter');
    }
    await expect.poll(() => title.textContent()).toContain('7/11');
    await page.locator('.quick-input-widget input').fill('0');
    await page.getByText('must be greater than 0').waitFor();
    await page.keyboard.press('Enter');
    expect(await title.textContent()).toContain('7/11');
    await page.locator('.quick-input-titlebar').getByRole('button', { name: 'Back' }).click();
    await expect.poll(() => title.textContent()).toContain('6/11');
    await page.keyboard.press('Escape');
    expect(await tree().count()).toBe(3);
  });

  it('compares the runs that are selected in the tree', async () => {
    const { page } = workbench;
    await tree().nth(1).click();
    await tree()
      .nth(2)
      .click({ modifiers: ['ControlOrMeta'] });
    await pickFromMenu(page, tree().nth(2), 'Compare These Runs');
    await expect
      .poll(() => panel.locator('h1').first().textContent())
      .toBe('MSE on softmax and Cross-entropy');
  });

  it('exports the report from the palette, also where the panel was closed', async () => {
    const { page } = workbench;
    const folder = mkdtempSync(path.join(tmpdir(), 'loss-lab-report-'));
    const file = path.join(folder, 'report.html');
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'Loss Lab: Export Report…');
    const input = page.locator('.quick-input-widget input[type="text"]').first();
    await expect.poll(() => input.inputValue(), { timeout: 30_000 }).toMatch(/\.html$/);
    await input.fill(file);
    // The dialog takes no Enter while it reads another folder.
    const saved = async (): Promise<boolean> => {
      await input.press('Enter', { timeout: 1000 }).catch(() => undefined);
      return existsSync(file);
    };
    await expect.poll(saved, { timeout: 30_000, interval: 1000 }).toBe(true);
    await page.getByText('Exported to report.html', { exact: true }).waitFor({ timeout: 30_000 });
    expect(readFileSync(file, 'utf8')).toContain('MSE on softmax and Cross-entropy');
    rmSync(folder, { recursive: true });
  });

  it('violates no content security policy and logs no error', () => {
    expect(workbench.problems).toEqual([]);
  });
});
