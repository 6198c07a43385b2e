import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inWebview,
  openWorkbench,
  runCommand,
  screenshot,
  setTheme,
  webviewFrame,
  type Workbench,
} from './harness.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ settings: { 'workbench.colorTheme': 'Light Modern' } });
});
afterAll(() => workbench.close());

describe('Which loss should I use', () => {
  it('asks for the problem, every answer preset, and shows a ranked choice', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: Which Loss Should I Use?');
    const steps = page.locator('.quick-input-title', { hasText: /\d\/\d/ });
    await steps.waitFor();
    const advice = page.getByRole('tab', { name: /Which loss should I use/ });
    while ((await advice.count()) === 0) {
      await page.keyboard.press('Enter');
      await page.waitForTimeout(400);
    }
    await inWebview(page, /Which loss should I use/, (frame) =>
      frame.getByText('Run this comparison').waitFor({ timeout: 5000 }),
    );
    for (const theme of ['Dark High Contrast', 'Dark Modern', 'Light Modern'] as const) {
      await setTheme(page, theme);
      await screenshot(page, `advice-${theme}`.toLowerCase().replaceAll(' ', '-'));
    }
  });

  it('runs the comparison that would settle it', async () => {
    const { page } = workbench;
    const frame = await webviewFrame(page, /Which loss should I use/);
    await frame.getByText('Run this comparison').click({ timeout: 20_000 });
    const panel = await webviewFrame(page, /Cross-entropy/);
    await panel.getByRole('tab', { name: 'Curves' }).waitFor({ timeout: 60_000 });
    await screenshot(page, 'advice-settled');
  });

  it('logs no error', () => {
    expect([...new Set(workbench.problems)].slice(0, 5)).toEqual([]);
  });
});
