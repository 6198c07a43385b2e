import type { Frame } from 'playwright-core';
import { afterEach } from 'vitest';
import { openWorkbenches, screenshot, type Workbench } from './harness.ts';

/* Of a test that fails in a window, what stood in it: on another machine nobody sees the picture. */

const TEXT_LENGTH = 400;
const PATIENCE_MS = 2000;

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const workbench of openWorkbenches) await tell(workbench, task.name);
});

async function tell({ page, problems }: Workbench, test: string): Promise<void> {
  await screenshot(page, `failed-${test.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}`).catch(ignore);
  const frames = await Promise.all(page.frames().map(frameLine));
  console.error([`The window in which “${test}” failed:`, ...frames, ...problems].join('\n'));
}

/** A frame that never loads has no text, and would not say so. */
async function frameLine(frame: Frame): Promise<string> {
  const element = await frame.frameElement().catch(ignore);
  const title = await element?.getAttribute('title').catch(ignore);
  const text = await frame
    .locator('body')
    .innerText({ timeout: PATIENCE_MS })
    .catch(() => '(no text)');
  const { pathname } = new URL(frame.url(), 'about:blank');
  return `- ${pathname} ${title ?? ''}: ${text.replace(/\s+/g, ' ').slice(0, TEXT_LENGTH)}`;
}

const ignore = (): undefined => undefined;
