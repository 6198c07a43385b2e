import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { servePage } from '../../webview/dev/serve.mjs';
import { launchChromium } from '../vscode/chromium.mjs';

/** The page on invented runs, in a browser without VS Code. */
export interface PageServer {
  /** Opens the page; the test fails at its end if anything in it went wrong. */
  open(query: Query, size?: { width: number; height: number }): Promise<Page>;
  /** Errors and violations of the policy in any page since it was opened. */
  readonly problems: readonly string[];
  close(): Promise<void>;
}

export interface Query {
  readonly scenario?: string;
  readonly theme?: string;
  readonly language?: string;
  readonly view?: string;
  readonly choices?: Readonly<Record<string, unknown>>;
  readonly stream?: string;
}

export async function startPages(): Promise<PageServer> {
  const served = await servePage(path.resolve('out/page-tests'));
  const browser: Browser = await launchChromium();
  const problems: string[] = [];
  return {
    problems,
    open: async ({ choices, ...query }, viewport = { width: 1200, height: 800 }) => {
      const page = await browser.newPage({ viewport });
      page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
      page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
      await page.goto(served.url({ ...query, choices: JSON.stringify(choices ?? null) }));
      await page.locator('#root > *').first().waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      served.close();
    },
  };
}
