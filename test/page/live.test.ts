import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPages, type PageServer } from './page.ts';

let pages: PageServer;
beforeAll(async () => void (pages = await startPages()));
afterAll(() => pages.close());

test('where a narrow column breaks a part into lines, none of them is cut off', async () => {
  const page = await pages.open({ view: 'live' }, { width: 160, height: 400 });
  const broken = page.locator('.part', { hasText: 'validation accuracy' }).first();
  const [lines, column] = await broken.evaluate((part) => {
    const text = document.createRange();
    text.selectNodeContents(part);
    return [
      [...text.getClientRects()].map(({ left }) => left),
      part.parentElement?.getBoundingClientRect().left ?? NaN,
    ] as const;
  });
  expect(lines).toHaveLength(2);
  for (const left of lines) expect(left).toBeCloseTo(column);
});
