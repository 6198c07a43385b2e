import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPages, type PageServer } from './page.ts';

let pages: PageServer;
beforeAll(async () => void (pages = await startPages()));
afterAll(() => pages.close());

test('what was painted is painted again when the graphics process has crashed', async () => {
  const page = await pages.open({});
  const plot = page.locator('.plot-canvas canvas').first();
  await plot.waitFor();
  const picture = async (): Promise<string> => (await plot.screenshot()).toString('base64');
  const before = await picture();
  const restored = plot.evaluate(
    (canvas) => new Promise((resolve) => canvas.addEventListener('contextrestored', resolve)),
  );
  const devtools = await page.context().browser()?.newBrowserCDPSession();
  await devtools?.send('Browser.crashGpuProcess');
  await restored;
  await expect.poll(picture).toBe(before);
});
