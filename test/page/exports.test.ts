import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFromPage } from '../../src/host/views/from-page.ts';
import type { FromPage, SaveMessage } from '../../src/protocol.ts';
import { encodeJson } from '../../src/run/json.ts';
import { startPages, type PageServer } from './page.ts';

let pages: PageServer;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(async () => {
  await pages.close();
});

/** What the page posted last, as the host takes it. */
async function posted(page: Page): Promise<FromPage | undefined> {
  const last = await page.evaluate<unknown>('posted.at(-1)');
  return parseFromPage(last);
}

async function saved(page: Page): Promise<SaveMessage> {
  const message = await posted(page);
  if (message?.type !== 'save') throw new Error('The page has saved nothing.');
  return message;
}

/** Chooses from the menu of a button by the keyboard alone. */
async function choose(page: Page, button: string | RegExp, item: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  for (let i = 0; i < 10; i++) {
    const text = await page.evaluate(() => document.activeElement?.textContent);
    if (text === item) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The menu has no ${item}.`);
}

describe('the menu of a plot', () => {
  it('gives back the focus on Escape, and goes when the focus does', async () => {
    const page = await pages.open({});
    const button = page.getByRole('button', { name: 'Export Accuracy' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'PNG picture' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.getByRole('menu').count()).toBe(0);
    await page.close();
  });

  it.each(['two', 'hostile', 'diverged', 'seeds'])(
    'makes well-formed SVG of %s',
    async (scenario) => {
      const page = await pages.open({ scenario });
      await choose(page, 'Export Cross-entropy', 'SVG picture');
      const { name, data } = await saved(page);
      expect(name).toMatch(/^Loss Lab .*\.svg$/);
      const root = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        const scripts = parsed.querySelectorAll('script').length;
        return { name: parsed.documentElement.nodeName, scripts };
      }, data);
      expect(root).toEqual({ name: 'svg', scripts: 0 });
      await page.close();
    },
  );

  it('makes a PNG of twice the size', async () => {
    const page = await pages.open({});
    await choose(page, 'Export Accuracy', 'PNG picture');
    const bytes = Buffer.from((await saved(page)).data, 'base64');
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1600, 900]);
    await page.close();
  });

  it('copies the table', async () => {
    const page = await pages.open({});
    await choose(page, 'Export Accuracy', 'Copy as Markdown table');
    const message = await posted(page);
    expect(message?.type === 'copy' && message.text).toMatch(/^\| epoch \|/);
    await page.close();
  });
});

describe('the menu of a heat map', () => {
  it.each(['deep', 'hostile', 'diverged'])('makes pictures of %s', async (scenario) => {
    const page = await pages.open({ scenario, choices: { tab: 'gradients' } });
    const menu = /^Export .*by layer and epoch/;
    await choose(page, menu, 'SVG picture');
    const svg = await saved(page);
    const root = await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [documentElement.nodeName, documentElement.querySelectorAll('rect').length];
    }, svg.data);
    expect(root[0]).toBe('svg');
    expect(root[1]).toBeGreaterThan(50);
    await choose(page, menu, 'PNG picture');
    const bytes = Buffer.from((await saved(page)).data, 'base64');
    expect(bytes.readUInt32BE(16)).toBe(1600);
    await page.close();
  });
});

describe('the report', () => {
  const cases = [
    ['two', 'light', 'en'],
    ['hostile', 'dark', 'en'],
    ['diverged', 'dark', 'zh-cn'],
  ] as const;

  it.each(cases)('of %s, %s, in %s, needs no script and no network', async (...of) => {
    const [scenario, colorScheme, language] = of;
    const page = await pages.open({ scenario, language });
    const chinese = language === 'zh-cn';
    const names = chinese
      ? ['导出这次对比', '报告（HTML）']
      : ['Export the comparison', 'Report as HTML'];
    await choose(page, names[0] ?? '', names[1] ?? '');
    const { data } = await saved(page);
    expect(data).toContain(`<html lang="${language}">`);
    await page.emulateMedia({ colorScheme });
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto('about:blank');
    await page.setContent(data);
    expect(await page.evaluate(() => document.querySelectorAll('script, link, img').length)).toBe(
      0,
    );
    expect(await page.locator('figure svg').count()).toBeGreaterThan(2);
    expect(requests.filter((url) => url !== 'about:blank')).toEqual([]);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<AxeResults>('axe.run(document)');
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await page.close();
  });
});

describe('a report that the host asks for', () => {
  const ask = (page: Page): Promise<void> =>
    page.evaluate((text) => window.postMessage(text), encodeJson({ type: 'report' }));

  it('is that of the menu', async () => {
    const page = await pages.open({});
    await page.clock.setFixedTime(new Date('2026-11-29T12:00:00Z'));
    await choose(page, 'Export the comparison', 'Report as HTML');
    const chosen = await saved(page);
    await page.evaluate('posted.length = 0');
    await ask(page);
    await expect.poll(() => posted(page)).toEqual(chosen);
    expect(chosen.kind).toBe('html');
    await page.close();
  });

  it('comes once for each asking, also while all runs are hidden', async () => {
    const page = await pages.open({ choices: { hidden: ['run-0', 'run-1'] } });
    const reports = () => page.evaluate("posted.filter(({ type }) => type === 'save').length");
    await page.getByText('All runs are hidden').waitFor();
    await ask(page);
    await expect.poll(reports).toBe(1);
    expect((await saved(page)).data).toContain('MSE on softmax');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: 'Export the comparison' }).waitFor();
    expect(await reports()).toBe(1);
    await ask(page);
    await expect.poll(reports).toBe(2);
    await page.close();
  });
});

it('nothing in any page went wrong', () => {
  expect(pages.problems).toEqual([]);
});
