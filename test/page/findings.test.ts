import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPages, type PageServer } from './page.ts';

let pages: PageServer;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(async () => {
  await pages.close();
});

describe('what is wrong with the runs', () => {
  it('comes first, three cards at most, the rest folded', async () => {
    const page = await pages.open({ scenario: 'symptoms' });
    const cards = page.locator('.panel-findings > .card');
    const titles = await cards.locator('h3').allInnerTexts();
    expect(titles.slice(0, 3).map((title) => title.trim())).toEqual([
      'The gradient vanishes on its way to the first layer',
      'Cross-entropy stands at ln K: nothing but the class frequencies is learnt',
      'Squared error stands at the level of chance',
    ]);
    expect(await page.locator('.panel-findings > .alarm').count()).toBe(3);
    expect(await page.locator('.more-alarms .alarm').first().isVisible()).toBe(false);
    await page.locator('.more-alarms > summary').click();
    expect(await page.locator('.more-alarms .alarm').first().isVisible()).toBe(true);
    await page.close();
  });

  it('is also what the units and the labels show, each with its value and limit', async () => {
    const page = await pages.open({ scenario: 'units' });
    await page.locator('.more-alarms > summary').click();
    for (const [title, value, limit] of [
      ['ReLU units have died', '96.0%', '50.0%'],
      ['Hidden units are saturated', '100.0%', '25.0%'],
      ['Some training labels are wrong', '40.0%', '23.0%'],
    ] as const) {
      const card = page.locator('.alarm', { hasText: title });
      expect(await card.innerText()).toContain(value);
      expect(await card.innerText()).toContain(limit);
    }
    await page.close();
  });

  it('names the initial weights first, and what they may have brought about refers to them', async () => {
    const page = await pages.open({ scenario: 'initial' });
    const cards = page.locator('.panel-findings > .alarm');
    const [first, second] = [cards.nth(0), cards.nth(1)];
    expect(await first.innerText()).toContain('The initial weights do not suit the network');
    expect(await first.innerText()).toContain('initialisation: all weights 0 → He');
    expect(await first.innerText()).toContain('scale of the initial weights: 20 → 1');
    const other = await second.innerText();
    expect(other).toContain('First what “The initial weights do not suit the network” proposes.');
    expect(other).not.toContain('He’s initialisation');
    expect(await second.getByRole('button', { name: /^Try it/ }).count()).toBe(0);
    await page.close();
  });

  it('is nothing where nothing is', async () => {
    const page = await pages.open({ scenario: 'done' });
    expect(await page.locator('.panel-findings > .card').count()).toBeGreaterThan(0);
    expect(await page.locator('.alarm').count()).toBe(0);
    await page.close();
  });

  it('is shown where it was measured: in its tab, at its step, zoomed out if need be', async () => {
    const choices = { tab: 'validation', zoomX: { epoch: [1, 2] } };
    const page = await pages.open({ scenario: 'symptoms', choices });
    const card = page.locator('.alarm', { hasText: 'ln K' });
    await card.getByRole('button', { name: 'Show on the chart' }).click();
    await page.getByRole('dialog').getByText('step 1,256').waitFor();
    expect(await page.locator('#tab-curves').getAttribute('aria-selected')).toBe('true');
    const zoom = await page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 450));
      const kept = Reflect.get(window, 'kept') as () => { zoomX: Record<string, unknown> };
      return kept().zoomX;
    });
    expect(zoom).toEqual({});
    await page.close();
  });

  it('of a layer is shown among the gradients', async () => {
    const page = await pages.open({ scenario: 'symptoms' });
    const card = page.locator('.alarm', { hasText: 'The gradient vanishes' });
    await card.getByRole('button').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await page.locator('#tab-gradients').getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('radio', { name: 'Norm' }).isChecked()).toBe(true);
    await page.close();
  });

  it('of units leads to their shares, in sight also where the findings stand below', async () => {
    for (const width of [1200, 300]) {
      const page = await pages.open({ scenario: 'units' }, { width, height: 800 });
      const card = page.locator('.alarm', { hasText: 'Hidden units are saturated' });
      await card.getByRole('button', { name: 'Show on the chart' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await page.getByRole('radio', { name: 'Dead or saturated' }).isChecked()).toBe(true);
      const map = page.getByRole('application', { name: /^Heat map: Dead or saturated units/ });
      const box = await map.first().boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= 800).toBe(true);
      expect(await page.locator('.histogram select').first().inputValue()).toBe('1'); // dense-2
      await page.close();
    }
  });

  it('has a table of the shares, and says why a run has none', async () => {
    const choices = { tab: 'gradients', gradients: { quantity: 'units' } };
    const page = await pages.open({ scenario: 'units', choices });
    await page.locator('.heat-map summary').first().click();
    const row = page.getByRole('row', { name: 'epoch 2' }).first();
    expect(await row.innerText()).toMatch(/24\.0% saturated\s+48\.0% saturated/);
    expect(await page.locator('.heat-maps').innerText()).toContain('an earlier version');
    await page.close();
    const none = await pages.open({ scenario: 'no-units', choices });
    expect(await none.locator('.heat-maps').innerText()).toContain('no hidden layer');
    expect(await none.locator('.heat-maps canvas').count()).toBe(0);
    await none.close();
  });
});

describe('the findings of a fair comparison', () => {
  it('tell the final runs apart from those it began with, and seeds as one', async () => {
    const page = await pages.open({ scenario: 'fair' });
    const findings = page.locator('.panel-findings');
    expect(await findings.locator('h2').allInnerTexts()).toEqual([
      'What the final runs show',
      'What the other runs show',
    ]);
    const accuracy = findings.locator('.card', { hasText: 'Final validation accuracy' });
    expect(await accuracy.first().innerText()).toMatch(/Cross-entropy · rate 0.05, 3 seeds: /);
    expect(await accuracy.last().innerText()).toMatch(/Cross-entropy: 8/);
    await page.close();
  });

  it('tell the sweep, where it is listed, by what it found', async () => {
    const page = await pages.open({ scenario: 'fair', choices: { sweeps: true } });
    const findings = page.locator('.panel-findings');
    expect(await findings.locator('h2').last().innerText()).toBe('What the sweep shows');
    const card = findings.locator('.card').last();
    expect(await card.innerText()).toMatch(/Cross-entropy: rates tried 5 .0.016–1.58.; best 0.05/);
    expect(await card.innerText()).toMatch('1 of them diverged.');
    await page.close();
  });

  it('have ids of their own', async () => {
    const page = await pages.open({ scenario: 'fair', choices: { sweeps: true } });
    const ids = await page
      .locator('.panel-findings [id]')
      .evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await page.close();
  });
});

it('nothing in any page went wrong', () => {
  expect(pages.problems).toEqual([]);
});
