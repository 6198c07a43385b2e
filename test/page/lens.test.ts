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

/** The tab, once its examples have come. */
async function openLens(lens: Record<string, unknown> = {}, scenario = 'two'): Promise<Page> {
  const page = await pages.open(
    { scenario, choices: { tab: 'explain', lens } },
    { width: 1500, height: 1400 },
  );
  await page.locator('.margin-line').nth(2).waitFor();
  return page;
}

const told = (page: Page): Promise<string> => page.locator('.margin-told').innerText();
const marginIn = async (page: Page): Promise<number> =>
  Number(/margin ([−\d.]+)/.exec(await told(page))?.[1]?.replace('−', '-'));
const image = (page: Page): Locator => page.getByLabel('Image', { exact: true });

describe('the example', () => {
  it('is the hardest of the last run, and the next one is less hard', async () => {
    const page = await openLens();
    const rank = page.locator('.lens-head');
    expect(await rank.innerText()).toContain('hardest of MSE on softmax: 1 of 2,000');
    const first = await image(page).inputValue();
    await page.getByRole('button', { name: 'Next example' }).click();
    expect(await rank.innerText()).toContain('2 of 2,000');
    expect(await image(page).inputValue()).not.toBe(first);
    await page.close();
  });

  it('is chosen by its number, and the line stands at its margin in the run that orders', async () => {
    const page = await openLens();
    await image(page).fill('12');
    await image(page).press('Enter');
    const cell = page.locator('.lens-table tbody tr', { hasText: 'margin' }).locator('td').last();
    const margin = Number((await cell.innerText()).replace('−', '-'));
    expect(await marginIn(page)).toBeCloseTo(margin, 2);
    await page.close();
  });
});

describe('the line over the margin', () => {
  it('is dragged in one plot, moves in all, and leaves the example for a made-up one', async () => {
    const page = await openLens();
    const line = page.locator('.margin-line').first();
    const box = await line.boundingBox();
    const last = page.locator('.margin-line').nth(2);
    const before = await last.boundingBox();
    if (box === null || before === null) throw new Error('The line is not there');
    await page.mouse.move(box.x + 7, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 187, box.y + 40, { steps: 6 });
    await page.mouse.up();
    const after = await last.boundingBox();
    expect((after?.x ?? NaN) - before.x).toBeGreaterThan(170);
    expect(await page.locator('.margin-of').innerText()).toContain('A made-up example');
    expect(await page.locator('.plot-zooming').count()).toBe(0);
    expect(await page.locator('.margin-dots .real').count()).toBe(0);
    await page.getByRole('button', { name: 'Back to the example' }).click();
    expect((await last.boundingBox())?.x).toBeCloseTo(before.x, 0);
    expect(await page.locator('.margin-dots .real').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('is moved by the arrow keys, and says what each loss has there', async () => {
    const page = await openLens({ margin: -2 });
    const slider = page.getByRole('slider', { name: 'Margin' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await marginIn(page)).toBeCloseTo(-1.95, 6);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(
      /margin −1.95, the pull: Cross-entropy [\d.]+, MSE on softmax [\d.]+/,
    );
    await page.close();
  });
});

describe('the epoch', () => {
  it('changes all parts, and the newest is followed again on request', async () => {
    const page = await openLens();
    const slider = page.locator('.lens-epoch input');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.getByText('The numbers: logits of MSE on softmax, epoch 0').waitFor();
    await page.locator('.forgotten-runs', { hasText: 'epoch 0' }).waitFor();
    await page.getByRole('button', { name: 'Latest' }).click();
    await page.getByText('The numbers: logits of MSE on softmax, epoch 12').waitFor();
    await page.close();
  });

  it('plays from the first to the last', async () => {
    const page = await openLens({}, 'one');
    await page.getByRole('button', { name: 'Play the epochs' }).click();
    await page.locator('.lens-epoch output', { hasText: 'epoch 2 of 5' }).waitFor();
    await page.locator('.lens-epoch output', { hasText: 'epoch 5 of 5' }).waitFor();
    await page.getByRole('button', { name: 'Play the epochs' }).waitFor();
    await page.close();
  });
});

it('the examples that a loss has let go of can be stepped through', async () => {
  const page = await openLens();
  await page.getByRole('button', { name: 'show these images of MSE on softmax' }).click();
  expect(await page.locator('.lens-head').innerText()).toMatch(
    /\d+ of \d+ that the loss has let go/,
  );
  await page.getByRole('button', { name: /^Only the \d+/ }).click();
  expect(await page.locator('.lens-head').innerText()).toContain('of 2,000');
  await page.close();
});

it('for all examples, shares of the pull and quartiles are told, of one class if asked', async () => {
  const page = await openLens({ mode: 'all' });
  const first = page.locator('.run-summary').first();
  expect(await first.innerText()).toContain('2,000 examples');
  expect(await first.locator('.share-bars li').count()).toBe(3);
  await page.getByLabel('of class').selectOption({ index: 3 });
  expect(await first.innerText()).toContain('200 examples');
  await page.close();
});

it('has room for five runs beside the curves, each named in its column', async () => {
  const query = { scenario: 'many', choices: { tab: 'explain' } };
  const page = await pages.open(query, { width: 1400, height: 900 });
  for (const table of ['.class-bars', '.lens-table']) {
    const region = page.locator(`${table} .table-scroll`);
    await region.locator('tbody td').first().waitFor();
    expect(await region.evaluate((of) => of.scrollWidth - of.clientWidth), table).toBe(0);
    const heads = region.locator('thead th[title]');
    expect(await heads.allTextContents()).toEqual([
      '1Cross-entropy',
      '2MSE on softmax',
      '3MSE on linear output',
      '4Binary cross-entropy',
      '5Mean absolute error',
    ]);
  }
  await page.close();
});

it('names the columns of many runs by number above their tables, in 300 pixels too', async () => {
  const query = { scenario: 'many', language: 'zh-cn', choices: { tab: 'explain' } };
  const page = await pages.open(query, { width: 300, height: 900 });
  const [bars, table] = [page.locator('.class-bars'), page.locator('.lens-table')];
  await bars.locator('tbody td').first().waitFor();
  for (const of of [bars, table]) {
    const names = await of.locator('.run-key li').allInnerTexts();
    expect(names.map((name) => name.replace(/\s+/g, ' ').trim().slice(0, 9))).toEqual([
      '1 Cross-e',
      '2 MSE on ',
      '3 MSE on ',
      '4 Binary ',
      '5 Mean ab',
    ]);
    const cut = await of
      .locator('.run-key li')
      .evaluateAll((all) =>
        all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth),
      );
    expect(cut).toEqual([]);
  }
  expect(await bars.locator('.run-key li').nth(2).innerText()).toContain('线性输出');
  const region = bars.locator('.table-scroll');
  expect(await region.evaluate((of) => of.scrollWidth - of.clientWidth)).toBe(0);
  await page.close();
});

it('nothing in any page went wrong', () => {
  expect(pages.problems).toEqual([]);
});
