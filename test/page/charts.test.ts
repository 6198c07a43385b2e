import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPages, type PageServer } from './page.ts';

let pages: PageServer;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(async () => {
  await pages.close();
});

const plot = (page: Page, title: string): Locator =>
  page.locator('figure.plot').filter({ hasText: title });
const canvas = (page: Page, title: string): Locator => plot(page, title).locator('.plot-canvas');
const loss = 'Cross-entropy of both models';

interface Kept {
  readonly zoomX: Record<string, [number, number]>;
  readonly zoomY: Record<string, [number, number]>;
  readonly follow: boolean;
  readonly smoothing: number;
}

/** What the page has kept for when it is opened again, once it has come to rest. */
async function kept(page: Page): Promise<Kept> {
  await page.waitForTimeout(450);
  return page.evaluate(() => {
    const host = Reflect.get(window, 'kept') as () => Kept;
    return host();
  });
}

/** Drags between two places, as shares of the plot. */
async function drag(
  page: Page,
  title: string,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const box = await canvas(page, title).boundingBox();
  if (box === null) throw new Error('The plot is not there');
  const at = ([x, y]: readonly [number, number]): [number, number] => [
    box.x + x * box.width,
    box.y + y * box.height,
  ];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
  await page.mouse.up();
}

describe('with the mouse', () => {
  it('a drag along the plot zooms x of all plots, and a double click shows all again', async () => {
    const page = await pages.open({});
    await drag(page, loss, [0.3, 0.5], [0.6, 0.5]);
    const { zoomX, zoomY } = await kept(page);
    const [from, to] = zoomX['epoch'] ?? [];
    expect(from).toBeGreaterThan(5);
    expect(to).toBeLessThan(20);
    expect(zoomY).toEqual({});
    expect(await page.locator('.plot-zooming').count()).toBe(4);
    await canvas(page, 'Accuracy').dblclick();
    expect((await kept(page)).zoomX).toEqual({});
    await page.close();
  });

  it('a drag across both axes zooms both, of y in that plot alone', async () => {
    const page = await pages.open({});
    await drag(page, loss, [0.3, 0.2], [0.6, 0.7]);
    const { zoomX, zoomY } = await kept(page);
    expect(Object.keys(zoomX)).toEqual(['epoch']);
    expect(Object.keys(zoomY)).toEqual(['loss cross-entropy']);
    await page.close();
  });

  it('Shift and a drag pan what is zoomed, by as much as the hand moved', async () => {
    const page = await pages.open({ choices: { zoomX: { epoch: [10, 20] } } });
    await page.keyboard.down('Shift');
    await drag(page, loss, [0.5, 0.5], [0.7, 0.5]);
    await page.keyboard.up('Shift');
    const [from = NaN, to = NaN] = (await kept(page)).zoomX['epoch'] ?? [];
    expect(to - from).toBeCloseTo(10, 6);
    expect(from).toBeLessThan(8.2);
    expect(from).toBeGreaterThan(7);
    await page.close();
  });

  it('the wheel zooms at the cursor with Ctrl, and without it once the plot has the focus', async () => {
    const page = await pages.open({});
    const box = await canvas(page, loss).boundingBox();
    if (box === null) throw new Error('The plot is not there');
    await page.mouse.move(box.x + 0.5 * box.width, box.y + 60);
    await page.mouse.wheel(0, -200);
    expect((await kept(page)).zoomX).toEqual({});
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    const [from = NaN, to = NaN] = (await kept(page)).zoomX['epoch'] ?? [];
    expect(to - from).toBeLessThan(25);
    await canvas(page, loss).focus();
    await page.mouse.wheel(0, -100);
    const [nearer = NaN, end = NaN] = (await kept(page)).zoomX['epoch'] ?? [];
    expect(end - nearer).toBeLessThan(to - from);
    await page.close();
  });

  it('the cursor of one plot shows the values of that step in all', async () => {
    const page = await pages.open({});
    const values = (): Promise<string[]> =>
      plot(page, 'Accuracy').locator('.plot-values li').allInnerTexts();
    const before = await values();
    const box = await canvas(page, loss).boundingBox();
    if (box === null) throw new Error('The plot is not there');
    await page.mouse.move(box.x + 0.2 * box.width, box.y + 80);
    await page.locator('.tooltip').waitFor();
    expect(await page.locator('.tooltip').count()).toBe(1);
    expect(await values()).not.toEqual(before);
    await page.mouse.move(box.x + 0.2 * box.width, box.y - 60);
    await page.locator('.tooltip').waitFor({ state: 'detached' });
    expect(await values()).toEqual(before);
    await page.close();
  });
});

describe('with the keyboard', () => {
  it('a plot is read point by point, zoomed and shown whole again', async () => {
    const page = await pages.open({});
    const status = canvas(page, 'Accuracy').getByRole('status');
    await canvas(page, 'Accuracy').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await status.innerText()).toMatch(/epoch 1.*Cross-entropy.*%/);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const [from = NaN, to = NaN] = (await kept(page)).zoomX['epoch'] ?? [];
    expect(to - from).toBeCloseTo(7.5, 6);
    await page.keyboard.press('Shift+ArrowRight');
    expect((await kept(page)).zoomX['epoch']?.[0]).toBeCloseTo(from + 0.75, 6);
    await page.keyboard.press('0');
    expect((await kept(page)).zoomX).toEqual({});
    await page.close();
  });

  it('smoothing is a slider', async () => {
    const page = await pages.open({});
    await page.getByRole('slider', { name: 'Smoothing' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect((await kept(page)).smoothing).toBe(0.8);
    await page.close();
  });
});

describe('while training', () => {
  it('a zoom by hand stays where it is until Follow is pressed', async () => {
    const page = await pages.open({
      stream: '1',
      scenario: 'fresh',
      choices: { zoomX: { epoch: [0, 0.1] } },
    });
    await page.waitForTimeout(600);
    const whole = await kept(page);
    expect([whole.zoomX, whole.follow]).toEqual([{ epoch: [0, 0.1] }, false]);
    await plot(page, 'Accuracy').getByRole('button', { name: 'Follow' }).click();
    expect((await kept(page)).follow).toBe(true);
    await canvas(page, loss).focus();
    await page.keyboard.press('-');
    expect((await kept(page)).follow).toBe(false);
    await page.close();
  });
});

describe('a page', () => {
  it('shows hostile names as they are, and runs none of them', async () => {
    const page = await pages.open({ scenario: 'hostile' });
    await canvas(page, 'Accuracy').hover();
    expect(await page.locator('script').count()).toBe(3); // the page's own
    expect(await page.getByText('<script>alert(1)</script>').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('draws the ends of float64, NaN alone, one point and none, on every scale', async () => {
    for (const y of ['linear', 'log', 'symlog']) {
      for (const outliers of ['aside', 'shown']) {
        const choices = { y, outliers, smoothing: 0.9, losses: ['mean-absolute-error'] };
        const page = await pages.open({ scenario: 'extremes', choices });
        await canvas(page, 'Accuracy').hover();
        await page.waitForTimeout(100);
        await page.close();
      }
    }
  });

  it('draws 200 runs', async () => {
    const page = await pages.open({ scenario: 'grid' });
    await canvas(page, 'Accuracy').hover();
    expect(await page.locator('figure.plot').count()).toBeGreaterThanOrEqual(3);
    await page.close();
  });

  it('fits 300 and 3840 pixels', async () => {
    for (const width of [300, 3840]) {
      for (const tab of ['curves', 'gradients', 'validation', 'data', 'explain']) {
        const page = await pages.open({ choices: { tab } }, { width, height: 900 });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${tab} at ${width}`).toBeLessThanOrEqual(0);
        await page.close();
      }
    }
  });
});

it('nothing in any page went wrong', () => {
  expect(pages.problems).toEqual([]);
});
