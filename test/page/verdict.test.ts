import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPages, type PageServer } from './page.ts';

let pages: PageServer;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(async () => {
  await pages.close();
});

const verdict = { tab: 'verdict' };

describe('the Verdict tab', () => {
  it('offers the fair comparison where one rate favours a loss, and asks the host for it', async () => {
    const page = await pages.open({ scenario: 'done', choices: verdict });
    const conclusion = page.locator('.verdict-conclusion');
    expect(await conclusion.innerText()).toMatch('too few for a verdict');
    expect(await conclusion.innerText()).toMatch('the rate favours one of them');
    await page.getByRole('button', { name: 'Compare Fairly: a Rate for Each Loss…' }).click();
    const posted = await page.evaluate(() => Reflect.get(window, 'posted') as unknown[]);
    expect(posted.at(-1)).toEqual({ type: 'fair', runIds: ['run-0', 'run-1'] });
    await page.close();
  });

  it('shows the pair with a rate of its own each, its sweep, and a line a seed', async () => {
    const page = await pages.open({ scenario: 'fair', choices: verdict });
    expect(await page.locator('.verdict-arms').innerText()).toMatch('3 seeds');
    const best = page.getByRole('row', { name: 'Validation accuracy, best epoch' });
    expect(await best.innerText()).toMatch(/points\s+95 %: −[\d.]+ to \+[\d.]+/);
    expect(await page.locator('.svg-link').count()).toBe(3);
    expect(await page.locator('.svg-ring').count()).toBe(2);
    expect(await page.getByText('What the literature found').isVisible()).toBe(true);
    await page.locator('.verdict-dots').last().locator('summary').click();
    const chosen = page.getByRole('cell', { name: 'completed, best' });
    await chosen.first().waitFor({ timeout: 5000 });
    expect(await chosen.count()).toBe(2);
    await page.close();
  });

  it('lets a person choose other losses', async () => {
    const page = await pages.open({ scenario: 'fair', choices: verdict });
    await page.getByLabel('First loss').selectOption({ index: 0 });
    await page.getByLabel('Second loss').selectOption({ index: 1 });
    expect(await page.locator('.verdict-arms').innerText()).toMatch('seed 1');
    await page.close();
  });

  it('keeps the runs of a sweep out of the list until they are asked for', async () => {
    const page = await pages.open({ scenario: 'fair', choices: verdict });
    const rows = page.locator('.runs tbody tr');
    const few = await rows.count();
    await page.getByRole('checkbox', { name: /Show the runs of the sweep/ }).check();
    await expect.poll(() => rows.count()).toBe(few + 10);
    await page.close();
  });

  it('says how far the sweep is', async () => {
    const page = await pages.open({ scenario: 'sweeping', choices: verdict });
    expect(await page.locator('.verdict-progress p').innerText()).toBe('Sweep of learning rates: 5 of 6 runs'); // prettier-ignore
    await page.close();
  });

  it('of one loss says what is missing, with the button that gets it', async () => {
    const page = await pages.open({ scenario: 'one', choices: verdict });
    await page.getByRole('button', { name: 'Compare with Another Loss…' }).click();
    const posted = await page.evaluate(() => Reflect.get(window, 'posted') as unknown[]);
    expect(posted.at(-1)).toEqual({ type: 'command', command: 'compareWithLoss' });
    await page.close();
  });
});

it('fits a narrow panel in a language of long words', async () => {
  const narrow = { scenario: 'fair', language: 'long', choices: { tab: 'verdict' } };
  const page = await pages.open(narrow, { width: 300, height: 900 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  await page.close();
});

it('has the evidence in sight to its last column, from 420 pixels on and in both languages', async () => {
  for (const language of ['en', 'zh-cn']) {
    const page = await pages.open({ scenario: 'fair', language, choices: { tab: 'verdict' } });
    const table = page.locator('.verdict-table .table-scroll');
    for (const width of [420, 600, 650, 700, 750, 800, 850, 900, 950, 1000, 1200]) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await table.evaluate((of) => of.scrollWidth - of.clientWidth);
      expect(cut, `${language} at ${width}`).toBe(0);
    }
    await page.close();
  }
});

it('nothing in any page went wrong', () => {
  expect(pages.problems).toEqual([]);
});
