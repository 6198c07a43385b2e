import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { outFolder } from '../vscode/paths.mjs';
import {
  openWorkbench,
  pickFromMenu,
  runCommand,
  setTheme,
  webviewFrame,
  type Workbench,
} from './harness.ts';

/* What the README shows, by the steps that it tells. Each picture is to be looked at before it is kept. */

const folder = path.join(outFolder, 'loss-lab');

/** Its first layer gets no gradient. */
const deep = {
  title: 'Deep sigmoid network',
  base: { dataset: 'digits', model: 'deep-mlp', epochs: 10 },
  variants: [{ loss: 'cross-entropy' }],
};

const training = { timeout: 240_000 };

/** Once nothing moves any more: media/readme/NAME.png. */
async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(640, 4);
  await page.waitForTimeout(800);
  await page.screenshot({ path: `media/readme/${name}.png` });
}

function bothCompleted(panel: Frame): Promise<void> {
  return panel
    .getByText(/completed/)
    .nth(1)
    .waitFor(training);
}

describe('In English', () => {
  let workbench: Workbench;
  let page: Page;
  let panel: Frame;
  const tab = (name: string): Promise<void> => panel.getByRole('tab', { name }).click();

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'deep.losslab.json'), JSON.stringify(deep));
    workbench = await openWorkbench({
      folder,
      settings: {
        'workbench.colorTheme': 'Dark Modern',
        'security.workspace.trust.enabled': false,
        'git.openRepositoryInParentFolders': 'never',
        // Else a notice on ports that other programs of the machine open lies over a picture.
        'remote.autoForwardPorts': false,
      },
    });
    ({ page } = workbench);
    await runCommand(page, 'Loss Lab: Focus on Runs View');
    await runCommand(page, 'Loss Lab: Compare Cross-Entropy and MSE');
    panel = await webviewFrame(page, /Cross-entropy and MSE/);
  });
  afterAll(() => workbench.close());

  it('two runs that train', async () => {
    await panel
      .getByText(/epoch 1[2-9] of 30/)
      .first()
      .waitFor(training);
    await picture(page, 'panel-dark');
    await bothCompleted(panel);
  });

  it('a point of a curve', async () => {
    const plot = panel.locator('.plot-canvas').first();
    await plot.focus();
    await plot.press('End');
    await plot.press('Enter');
    await panel.getByRole('dialog').locator('canvas').nth(2).waitFor();
    await picture(page, 'point-dark');
    await panel.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  it('the lens and the gradients', async () => {
    await setTheme(page, 'Light Modern');
    await tab('Gradients');
    await picture(page, 'gradients-light');
    await tab('Explain');
    await panel.getByText(/hardest of/).waitFor(training);
    await panel.locator('canvas[role="img"]').nth(2).waitFor();
    await picture(page, 'lens-light');
  });

  it('the verdict of a fair comparison', async () => {
    await setTheme(page, 'Dark Modern');
    await tab('Verdict');
    await panel.getByRole('button', { name: /Compare Fairly/ }).click();
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.press('Enter');
    const arms = panel.locator('.verdict-arms');
    await arms.getByText('3 seeds').nth(1).waitFor({ timeout: 540_000 });
    await panel.locator('progress').waitFor({ state: 'detached', timeout: 540_000 });
    await panel.locator('h1').first().scrollIntoViewIfNeeded();
    await picture(page, 'verdict-dark');
  });

  it('an alarm, and its remedy tried', async () => {
    await setTheme(page, 'Light Modern');
    await runCommand(page, 'Loss Lab: Focus on Experiments View');
    await pickFromMenu(page, page.getByText(deep.title), 'Compare All Variants');
    await panel.getByText('Digits of 8×8 pixels').first().waitFor(training);
    await tab('Curves');
    await panel
      .getByText(/completed/)
      .first()
      .waitFor(training);
    await panel
      .getByRole('button', { name: /^Try it/ })
      .first()
      .click();
    await panel.getByText('The prediction came true').first().waitFor(training);
    await picture(page, 'findings-light');
  });
});

describe('In Chinese', () => {
  let workbench: Workbench;
  beforeAll(async () => void (workbench = await openWorkbench({ locale: 'zh-cn' })));
  afterAll(() => workbench.close());

  it('two runs', async () => {
    const { page } = workbench;
    await page.getByRole('tab', { name: 'Loss Lab' }).click();
    await setTheme(page, 'Light Modern');
    await runCommand(page, 'Loss Lab: 比较交叉熵与均方误差');
    const panel = await webviewFrame(page, /交叉熵 与 softmax/);
    await panel
      .getByText(/已完成/)
      .nth(1)
      .waitFor(training);
    await picture(page, 'panel-zh');
  });
});
