import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** Where a webview is shown; VS Code draws the background behind its transparent page. */
export type Surface = 'editor' | 'sideBar';

/** Fails with a readable list if axe finds anything in a webview. */
export async function expectAccessible(frame: Frame, surface: Surface = 'editor'): Promise<void> {
  // Evaluated by the browser's debugger, which the page's content security policy does not bind.
  await frame.evaluate(axe.source);
  // Axe takes a transparent page for white, and would measure contrast against that.
  await frame.evaluate((color) => {
    document.documentElement.style.backgroundColor = `var(--vscode-${color}-background)`;
  }, surface);
  const results = await frame.evaluate<AxeResults>('axe.run(document)');
  await frame.evaluate(() => document.documentElement.style.removeProperty('background-color'));
  const lines = results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
  );
  if (lines.length > 0) throw new Error(`axe found:\n${lines.join('\n')}`);
}
