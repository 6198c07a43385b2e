import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import {
  openWorkbench,
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
  const { page } = workbench;
  await runCommand(page, 'Loss Lab: Compare Cross-Entropy and MSE');
  panel = await webviewFrame(page, /Cross-entropy and MSE/);
  await panel
    .getByText(/completed/)
    .nth(1)
    .waitFor({ timeout: 120_000 });
});
afterAll(() => workbench.close());

describe('The lens, on the run in front of one', () => {
  it('shows an example, where the examples lie, and what a loss has let go of', async () => {
    const { page } = workbench;
    await panel.getByRole('tab', { name: 'Explain' }).click();
    await panel.getByText(/hardest of/).waitFor({ timeout: 60_000 });
    await panel.locator('canvas[role="img"]').nth(2).waitFor();
    for (const theme of ['Light Modern', 'Dark High Contrast', 'Dark Modern'] as const) {
      await setTheme(page, theme);
      await screenshot(page, `lens-${theme}`.toLowerCase().replaceAll(' ', '-'));
    }
    await expectAccessible(panel);
  });

  it('goes back to an earlier epoch', async () => {
    const slider = panel.getByRole('slider', { name: 'Epoch' });
    await slider.focus();
    await slider.press('Home');
    await panel.getByText(/epoch 0 of 30/).waitFor();
    await screenshot(workbench.page, 'lens-epoch-0');
  });
});

describe('The verdict', () => {
  it('says what one seed can show, and compares fairly on request', async () => {
    const { page } = workbench;
    await panel.getByRole('tab', { name: 'Verdict' }).click();
    await panel.locator('#verdict-title').waitFor();
    await screenshot(page, 'verdict-one-seed');
    await panel.getByRole('button', { name: /Compare Fairly/ }).click();
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.press('Enter');
    await panel.locator('progress').waitFor({ timeout: 60_000 });
    await expectAccessible(panel);
    await screenshot(page, 'verdict-sweep');
    await runCommand(page, 'Loss Lab: Stop');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: 10_000 });
    await page.keyboard.press('Enter');
  });

  it('logs no error', () => {
    expect([...new Set(workbench.problems)].slice(0, 5)).toEqual([]);
  });
});
