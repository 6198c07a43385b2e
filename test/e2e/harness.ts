import { mkdirSync } from 'node:fs';
import type { Frame, Locator, Page } from 'playwright-core';
import { launchChromium } from '../vscode/chromium.mjs';
import { startCodeServer, type CodeServer } from '../vscode/code-server.mjs';
import { outFolder, packagedExtension } from '../vscode/paths.mjs';
import { collectProblems } from './problems.ts';

const WAIT_MS = 60_000;
const RETRY_MS = 250;
const MENU_OPENS_MS = 500;
const EXTENSION = 'loss-lab.loss-lab';

/** Those that are open now, for what is told of a test that fails. */
export const openWorkbenches = new Set<Workbench>();

/** The colour themes that the tests look at, and the class that each puts on the workbench. */
const THEMES = {
  'Light Modern': 'vs',
  'Dark Modern': 'vs-dark',
  'Dark High Contrast': 'hc-black',
  'Light High Contrast': 'hc-light',
} as const;

export type Theme = keyof typeof THEMES;

export interface WorkbenchOptions {
  /** Such as `zh-cn`; English without. */
  readonly locale?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The folder to open; none without. */
  readonly folder?: string;
  /** VS Code's data folder, to be opened again after close(); a fresh one without. */
  readonly keepData?: string;
}

export interface Workbench {
  readonly page: Page;
  readonly server: CodeServer;
  /** CSP violations, and errors of the webviews and of the extension, each as one line. */
  readonly problems: readonly string[];
  /** Ends the window and the server, as a crash of both would: nothing is asked first. */
  close(): Promise<void>;
}

/** Opens VS Code with the packaged extension installed, as a user has it. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const { locale, settings, folder, keepData } = options;
  const browser = await launchChromium();
  const server = await startCodeServer({
    extensions: [packagedExtension],
    ...(locale && { locale }),
    ...(settings && { settings }),
    ...(keepData && { keepData }),
  });
  // Without motion a screenshot never shows something half faded.
  const page = await browser.newPage({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  const problems = collectProblems(page, EXTENSION);
  const where = folder ? `folder=${encodeURIComponent(folder)}` : 'ew=true';
  await page.goto(`${server.url}?${where}`);
  await page.locator('.monaco-workbench .activitybar').waitFor({ timeout: WAIT_MS });
  await settled(page);
  const close = async (): Promise<void> => {
    openWorkbenches.delete(workbench);
    await browser.close();
    await server.stop();
  };
  const workbench = { page, server, problems, close };
  openWorkbenches.add(workbench);
  return workbench;
}

/**
 * Waits until the window's thread has been free for a second. While it still loads, the first
 * webview of a profile can miss the start of its service worker, and stays blank.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    ({ patience }) =>
      new Promise<void>((resolve) => {
        const end = performance.now() + patience;
        let last = performance.now();
        let calmTurns = 0;
        const turn = (): void => {
          const now = performance.now();
          calmTurns = now - last < 50 ? calmTurns + 1 : 0;
          last = now;
          if (calmTurns >= 60 || now > end) resolve();
          else setTimeout(turn, 16);
        };
        turn();
      }),
    { patience: WAIT_MS / 3 },
  );
}

/** Runs a command through the palette. @param title with its category, `Loss Lab: Open Panel` */
export async function runCommand(page: Page, title: string): Promise<void> {
  await eventually(`the command ${title} in the palette`, async () => {
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input');
    const name = page.locator('.quick-input-list .label-name').getByText(title, { exact: true });
    const picked = async (): Promise<void> => {
      await input.fill(`>${title}`, { timeout: 2000 });
      await name.first().click({ timeout: 1000 });
    };
    if (await appears(picked)) return true;
    // A panel that opens takes the focus, and the extension may not be registered yet: asked again.
    await page.keyboard.press('Escape');
    return undefined;
  });
}

/** Picks from the context menu of a row. A menu takes no click while it is opening; one that a busy window lost is asked for again. */
export async function pickFromMenu(page: Page, row: Locator, item: string): Promise<void> {
  const entry = page.getByRole('menuitem', { name: item });
  await eventually(`${item} in the menu`, async () => {
    await row.click({ button: 'right' });
    if (await appears(() => entry.hover({ timeout: 5000 }))) return true;
    await page.keyboard.press('Escape');
    return undefined;
  });
  await page.waitForTimeout(MENU_OPENS_MS);
  await entry.click();
}

/** The frame with the content of the webview (panel or view) whose title matches. */
export async function webviewFrame(page: Page, title: RegExp): Promise<Frame> {
  return eventually(`the webview ${title.source}`, async () => {
    for (const frame of page.frames()) {
      if (!frame.url().includes('/fake.html')) continue;
      const element = await frame.frameElement().catch(() => undefined);
      if (title.test((await element?.getAttribute('title')) ?? '')) return frame;
    }
    return undefined;
  });
}

/** Changes the colour theme of the open window, as a person does: code-server reads settings once. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-widget input').fill(theme);
  await page.locator('.quick-input-list .label-name').getByText(theme, { exact: true }).click();
  await page.locator(`.monaco-workbench.${THEMES[theme]}`).waitFor({ timeout: WAIT_MS });
}

/** Keeps the window as out/screenshots/NAME.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(`${outFolder}/screenshots`, { recursive: true });
  await page.screenshot({ path: `${outFolder}/screenshots/${name}.png` });
}

/** Does it in the page of the webview, and again in another if the panel was replaced meanwhile. */
export async function inWebview(
  page: Page,
  title: RegExp,
  action: (frame: Frame) => Promise<void>,
): Promise<void> {
  await eventually(`what is to be in the webview ${title.source}`, async () => {
    const frame = await webviewFrame(page, title);
    return (await appears(() => action(frame))) || undefined;
  });
}

async function appears(action: () => Promise<void>): Promise<boolean> {
  return action().then(
    () => true,
    () => false,
  );
}

/** Asks again until there is an answer. */
async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + WAIT_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
  throw new Error(`${what} did not appear within ${WAIT_MS / 1000} s`);
}
