import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible } from './accessibility.ts';
import { openWorkbench, runCommand, screenshot, webviewFrame, type Workbench } from './harness.ts';

/** Chromium's WebGL without a graphics card, which the setting allows and the run tells. */
const inSoftware = /WebGL here is computed by the processor/;

let workbench: Workbench;
beforeAll(async () => {
  workbench = await openWorkbench({ settings: { 'lossLab.backend': 'webgl' } });
});
afterAll(() => workbench.close());

describe('With lossLab.backend webgl, beside a Node extension host', () => {
  it('trains in the page of the panel, also while that is hidden', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: Compare Cross-Entropy and MSE');
    const panel = await webviewFrame(page, /Cross-entropy and MSE/);
    await panel.getByText(inSoftware).waitFor({ timeout: 60_000 });
    await panel
      .getByText(/epoch 1 of 30/)
      .first()
      .waitFor({ timeout: 60_000 });
    await screenshot(page, 'webgl-panel');
    await expectAccessible(panel);
    await runCommand(page, 'Create: New File...');
    await page.keyboard.press('Escape');
    await runCommand(page, 'File: New Untitled Text File');
    await page.getByRole('tab', { name: 'Loss Lab' }).click();
    await page
      .getByRole('treeitem', { name: /epoch [3-9]|[3-9]\/30/ })
      .first()
      .waitFor({ timeout: 60_000 });
    await screenshot(page, 'webgl-hidden');
  });

  it('goes on beside the extension host when the panel is closed, and loses no epoch', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: Open Panel');
    await page.keyboard.press('Control+F4');
    const goOn = page.getByRole('button', { name: 'Go On' });
    await goOn.waitFor({ timeout: 20_000 });
    await screenshot(page, 'webgl-closed');
    await goOn.click();
    await runCommand(page, 'Loss Lab: Open Panel');
    const panel = await webviewFrame(page, /Cross-entropy and MSE/);
    await panel
      .getByText(/was closed; it goes on from epoch/)
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
