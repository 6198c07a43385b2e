import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkbench, runCommand, webviewFrame, screenshot } from './harness.ts';

const keepData = mkdtempSync(`${tmpdir()}/ll-`);
// A folder, so that the window knows itself again.
const folder = mkdtempSync(`${tmpdir()}/ll-`);
afterAll(() => {
  for (const each of [keepData, folder]) rmSync(each, { recursive: true, force: true });
});

/** The default comparison, but one that outlasts the opening of a panel on any machine. */
async function startEndlessComparison(page: Page): Promise<void> {
  await runCommand(page, 'Loss Lab: New Comparison…');
  const title = page.locator('.quick-input-title');
  for (let step = 1; step <= 11; step++) {
    await expect.poll(() => title.textContent()).toContain(`${step}/11`);
    if (step === 8) await page.locator('.quick-input-widget input').fill('9000');
    await page.keyboard.press('Enter');
  }
}

describe('A window that is closed in the middle', () => {
  it(
    'finds every run again, marked interrupted, with the points it had',
    { timeout: 240_000 },
    async () => {
      const first = await openWorkbench({ keepData });
      await startEndlessComparison(first.page);
      const before = await webviewFrame(first.page, /Cross-entropy and MSE/);
      await before
        .getByText(/epoch [\d,]+ of 9,000/i)
        .first()
        .waitFor({ timeout: 60_000 });
      await first.close();

      const second = await openWorkbench({ keepData });
      await runCommand(second.page, 'Loss Lab: Focus on Runs View');
      const rows = second.page.locator('.pane:has([aria-label^="Runs"]) .monaco-list-row');
      await expect.poll(() => rows.count(), { timeout: 30_000 }).toBe(2);
      await expect
        .poll(() => rows.first().textContent())
        .toMatch(/interrupted [1-9][\d,]*\/9,?000 · 0\.\d+/);
      await runCommand(second.page, 'Loss Lab: Open Panel');
      const after = await webviewFrame(second.page, /Cross-entropy and MSE/);
      await after.getByText('interrupted').first().waitFor();
      await screenshot(second.page, 'interrupted');
      expect(second.problems).toEqual([]);
      await second.close();
    },
  );
});

describe('A window that is reloaded', () => {
  it(
    'has its panel again, with the same runs, what was chosen in it, and the colour of a run',
    { timeout: 240_000 },
    async () => {
      const workbench = await openWorkbench({ folder });
      const { page, problems } = workbench;
      await startEndlessComparison(page);
      const before = await webviewFrame(page, /Cross-entropy and MSE/);
      await before
        .getByText(/epoch [1-9]\d* of 9,000/)
        .first()
        .waitFor({ timeout: 60_000 });
      await before.getByRole('button', { name: 'Stop all runs' }).click();
      await before.getByText('stopped').nth(1).waitFor();
      await before.getByRole('radio', { name: 'Step' }).check();
      await before.getByRole('checkbox', { name: /^Show MSE/ }).uncheck();
      await before.locator('.plot-canvas').first().press('+');
      await before.getByRole('button', { name: /^Show all of Accuracy/ }).waitFor();
      await before.getByRole('button', { name: 'Colour of Cross-entropy: blue' }).press('Enter');
      await before.getByRole('menuitemradio', { name: 'blue' }).press('End');
      await before.locator('[role=menuitemradio]:focus').press('Enter');
      await before.getByRole('button', { name: 'Colour of Cross-entropy: gold' }).waitFor();

      await page.waitForTimeout(1500); // A zoom is kept once it rests, and VS Code keeps that in turn.
      const reloaded = page.waitForEvent('load');
      await runCommand(page, 'Developer: Reload Window');
      await reloaded;
      const after = await webviewFrame(page, /Cross-entropy and MSE/);
      await after.getByRole('button', { name: 'Colour of Cross-entropy: gold' }).waitFor();
      expect(await after.getByRole('radio', { name: 'Step' }).isChecked()).toBe(true);
      await after.getByRole('button', { name: /^Show all of Accuracy/ }).waitFor();
      const boxes = after.getByRole('checkbox', { name: /^Show / });
      expect(await boxes.count()).toBe(2);
      expect(await boxes.first().isChecked()).toBe(true);
      expect(await boxes.nth(1).isChecked()).toBe(false);
      await screenshot(page, 'reloaded');
      expect(problems).toEqual([]);
      await workbench.close();
    },
  );
});
