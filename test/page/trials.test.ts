import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPages, type PageServer } from './page.ts';

let pages: PageServer;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(async () => {
  await pages.close();
});

describe('a remedy of an alarm', () => {
  it('says what it changes and what is predicted, and is tried with one click', async () => {
    const page = await pages.open({ scenario: 'symptoms' });
    const card = page.locator('.alarm', { hasText: 'The gradient vanishes' });
    expect(await card.locator('.remedy-change').first().innerText()).toBe(
      'activation: sigmoid → ReLU, initialisation: Glorot → He',
    );
    const button = card.getByRole('button', { name: /^Try it with Cross-entropy: / }).first();
    expect(await card.locator('.remedy .read-at').first().innerText()).toMatch(/^Predicted: /);
    await button.click();
    const posted = await page.evaluate(() => Reflect.get(window, 'posted') as unknown[]);
    expect(posted.at(-1)).toEqual({
      type: 'try',
      runId: 'run-0',
      rule: 'vanishing-gradient',
      remedy: 0,
    });
    await page.close();
  });

  it('that is the same for several runs is there once, and is started for all of them', async () => {
    const page = await pages.open({ scenario: 'symptoms' });
    const card = page.locator('.alarm', { hasText: 'The gradient vanishes' });
    const changes = await card.locator('.remedy-change').allTextContents();
    expect(new Set(changes).size).toBe(changes.length);
    await card
      .getByRole('button', { name: /^Try it with all 2: / })
      .first()
      .click();
    const posted = await page.evaluate(() => Reflect.get(window, 'posted') as unknown[]);
    const attempt = { type: 'try', rule: 'vanishing-gradient', remedy: 0 };
    expect(posted.slice(-2)).toEqual([
      { ...attempt, runId: 'run-0' },
      { ...attempt, runId: 'run-1' },
    ]);
    await page.close();
  });

  it('that was tried shows its outcome in place of the button', async () => {
    const page = await pages.open({ scenario: 'trials' });
    const card = page.locator('.alarm', { hasText: 'The gradient vanishes' });
    const [helped, going] = [card.locator('.trial').nth(0), card.locator('.trial').nth(1)];
    expect(await helped.innerText()).toMatch(/The prediction came true[^]*10.0% .* → 87.9% /);
    expect(await going.innerText()).toMatch(
      /Not yet decided[^]*by epoch 3 of both[^]*epoch 3 of 8/,
    );
    const other = page.locator('.alarm', { hasText: 'ln K' }).locator('.trial').first();
    expect(await other.innerText()).toMatch('The prediction did not come true');
    await page.close();
  });

  it('that was tried for one rule is not offered anew by another', async () => {
    const page = await pages.open({ scenario: 'trials' });
    const stuck = page.locator('.alarm', { hasText: 'The loss is stuck' });
    expect(await stuck.locator('.trial').first().innerText()).toMatch('try: Adam');
    await page.close();
  });
});

describe('findings of many runs', () => {
  it('are three sentences and a fold that holds the others', async () => {
    const page = await pages.open({ scenario: 'grid' });
    const card = page.locator('.card', { hasText: 'Validation accuracy' }).last();
    const fold = card.locator('.and-more');
    expect(await fold.locator('summary').innerText()).toBe('And 197 more');
    expect(await fold.locator('p').first().isVisible()).toBe(false);
    await fold.locator('summary').click();
    expect(await fold.locator('p:visible').count()).toBe(197);
    await page.close();
  });
});

it('nothing in any page went wrong', () => {
  expect(pages.problems).toEqual([]);
});
