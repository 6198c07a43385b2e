import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inWebExtensionHost } from '../vscode/code-server.mjs';
import { expectAccessible } from './accessibility.ts';
import { openWorkbench, runCommand, screenshot, webviewFrame, type Workbench } from './harness.ts';

/** Chromium's WebGL without a graphics card, which the setting allows and the run tells. */
const inSoftware = /WebGL here is computed by the processor/;

/** As the status bar shows it, such as `CE 0.261 ↓ 25/30`. */
async function epochInStatusBar(page: Page): Promise<number> {
  const item = page.locator('.statusbar-item', { hasText: /\d+\/30/ }).first();
  return Number(/(\d+)\/30/.exec(await item.innerText())?.[1]);
}

/** Until a first epoch has ended. */
async function trainOnCard(page: Page): Promise<Frame> {
  await runCommand(page, 'Loss Lab: Compare Cross-Entropy and MSE');
  const panel = await webviewFrame(page, /Cross-entropy and MSE/);
  await panel.getByText(inSoftware).waitFor({ timeout: 60_000 });
  await panel
    .getByText(/epoch 1 of 30/)
    .first()
    .waitFor({ timeout: 60_000 });
  return panel;
}

const settings = { 'lossLab.backend': 'webgl' };

describe('With lossLab.backend webgl, beside a Node extension host', () => {
  let workbench: Workbench;
  beforeAll(async () => void (workbench = await openWorkbench({ settings })));
  afterAll(() => workbench.close());

  it('trains in the page of the panel, also while that is hidden', async () => {
    const { page } = workbench;
    const panel = await trainOnCard(page);
    await screenshot(page, 'webgl-panel');
    await expectAccessible(panel);
    await runCommand(page, 'File: New Untitled Text File');
    const hiddenAt = await epochInStatusBar(page);
    await expect
      .poll(() => epochInStatusBar(page), { timeout: 60_000 })
      .toBeGreaterThan(hiddenAt + 1);
    await screenshot(page, 'webgl-hidden');
  });

  it('goes on beside the extension host when the panel is closed, and loses no epoch', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: Open Panel');
    await runCommand(page, 'View: Close Editor');
    const goOn = page.getByRole('button', { name: 'Go On' });
    await goOn.waitFor({ timeout: 20_000 });
    await screenshot(page, 'webgl-closed');
    await goOn.click();
    await runCommand(page, 'Loss Lab: Open Panel');
    const panel = await webviewFrame(page, /Cross-entropy and MSE/);
    await panel
      .getByText(/was closed; it went on from epoch/)
      .first()
      .waitFor({ timeout: 60_000 });
    await panel
      .getByText(/completed/)
      .nth(1)
      .waitFor({ timeout: 120_000 });
    await screenshot(page, 'webgl-moved');
  });

  it('breaks no policy and logs no error', () => {
    expect([...new Set(workbench.problems)].slice(0, 5)).toEqual([]);
  });
});

describe('With lossLab.backend webgl, in a browser alone', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ settings: { ...settings, ...inWebExtensionHost } });
  });
  afterAll(() => workbench.close());

  it('trains in a worker of the extension host, and stops when told', async () => {
    const { page } = workbench;
    const panel = await trainOnCard(page);
    await panel.getByRole('button', { name: 'Stop' }).click();
    await panel
      .getByText(/stopped/)
      .nth(1)
      .waitFor({ timeout: 20_000 });
    await screenshot(page, 'webgl-browser');
    expect([...new Set(workbench.problems)].slice(0, 5)).toEqual([]);
  });
});
