import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tabs } from '../../src/tabs.ts';
import { startPages, type PageServer, type Query } from './page.ts';

let pages: PageServer;
beforeAll(async () => {
  pages = await startPages();
});
afterAll(async () => {
  await pages.close();
});

/** Every tab of a page, one by one. */
async function findings(query: Query): Promise<string[]> {
  const found: string[] = [];
  for (const tab of tabs) {
    const page = await pages.open({ ...query, choices: { tab } });
    await page.evaluate(axe.source);
    const results = await page.evaluate<AxeResults>('axe.run(document)');
    for (const { id, help, nodes } of results.violations) {
      for (const { target } of nodes) found.push(`${tab}: ${id} at ${target.join(' ')}: ${help}`);
    }
    await page.close();
  }
  return found;
}

describe('axe finds nothing', () => {
  it.each(['dark', 'light', 'contrast', 'contrastLight'])('in the theme %s', async (theme) => {
    expect(await findings({ theme })).toEqual([]);
  });

  it.each(['seeds', 'diverged', 'symptoms'])('with the runs of %s', async (scenario) => {
    expect(await findings({ scenario })).toEqual([]);
  });

  it('in Chinese', async () => {
    expect(await findings({ language: 'zh-cn' })).toEqual([]);
  });
});

it('nothing in any page went wrong', () => {
  expect(pages.problems).toEqual([]);
});
