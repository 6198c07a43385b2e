import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inWebview,
  openWorkbench,
  runCommand,
  screenshot,
  setTheme,
  type Workbench,
} from './harness.ts';

let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ settings: { 'workbench.colorTheme': 'Dark Modern' } });
});
afterAll(() => workbench.close());

const link = (text: string) =>
  workbench.page.locator('.getting-started-step.expanded').getByRole('button', { name: text });

const step = (title: string) =>
  workbench.page.locator('.getting-started-step', { hasText: title }).first();

describe('The lesson', () => {
  it('opens with its first step, and has a picture in every theme', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: Open the Lesson: Losses by Experiment');
    await step('Two losses, one model').waitFor({ timeout: 30_000 });
    await inWebview(page, /.*/, (frame) =>
      frame.locator('svg polyline').first().waitFor({ timeout: 5000 }),
    );
    for (const theme of ['Light High Contrast', 'Light Modern', 'Dark Modern'] as const) {
      await setTheme(page, theme);
      await screenshot(page, `lesson-${theme}`.toLowerCase().replaceAll(' ', '-'));
    }
  });

  it('begins the two runs, and turns their panel to what a step is about', async () => {
    const { page } = workbench;
    await link('Compare Cross-Entropy and MSE').click();
    await inWebview(page, /Cross-entropy and MSE/, (panel) =>
      panel.getByRole('tab', { name: 'Curves', selected: true }).waitFor({ timeout: 5000 }),
    );
    await step('Ask the gradient').click();
    await link('Show the Gradients').click();
    await inWebview(page, /Cross-entropy and MSE/, (panel) =>
      panel.getByRole('tab', { name: 'Gradients', selected: true }).waitFor({ timeout: 5000 }),
    );
    await screenshot(page, 'lesson-gradients');
    await runCommand(page, 'Loss Lab: Stop');
  });

  it('logs no error', () => {
    expect(workbench.problems).toEqual([]);
  });
});
