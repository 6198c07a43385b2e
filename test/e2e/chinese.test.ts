import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openWorkbench,
  runCommand,
  screenshot,
  setTheme,
  webviewFrame,
  type Workbench,
} from './harness.ts';

let workbench: Workbench;
beforeAll(async () => void (workbench = await openWorkbench({ locale: 'zh-cn' })));
afterAll(() => workbench.close());

/** Latin words that a Chinese reader expects as they are: names, symbols and units. */
const names =
  /Loss Lab|Fashion-MNIST|MNIST|MLP|ReLU|SGD|Adam|MSE|CE|softmax|sigmoid|dense-\d|NaN|Brier|Golik|Bishop|Pattern Recognition and Machine Learning|et al\.|&|arXiv|Hui|Belkin|Ghosh|ln|max|diag|epoch/g;

describe('In Simplified Chinese', () => {
  it('compares by the Chinese command, and the panel has no English sentence', async () => {
    const { page } = workbench;
    await runCommand(page, 'Loss Lab: 比较交叉熵与均方误差');
    const panel = await webviewFrame(page, /交叉熵 与 softmax/);
    await panel
      .getByText(/第 1\d\/30 轮/)
      .first()
      .waitFor({ timeout: 60_000 });
    await runCommand(page, 'Loss Lab: 停止');
    await page.locator('.quick-input-list .monaco-list-row').first().click();
    for (const [index, name] of [
      'curves',
      'gradients',
      'validation',
      'data',
      'explain',
    ].entries()) {
      await panel.getByRole('tab').nth(index).click();
      await page.waitForTimeout(300);
      await screenshot(page, `chinese-${name}`);
      const text = await panel.locator('main').innerText();
      const english = text.replace(names, '').match(/[A-Za-z]{3,}(?: [A-Za-z]+){2,}/g) ?? [];
      expect(english).toEqual([]);
    }
  });

  it('has the sidebar in Chinese too', async () => {
    await workbench.page.getByRole('tab', { name: 'Loss Lab' }).click();
    await setTheme(workbench.page, 'Light Modern');
    await screenshot(workbench.page, 'chinese-light');
    expect(workbench.problems).toEqual([]);
  });
});
