import type { AxeResults } from 'axe-core';
import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** Fails with a readable list if axe finds anything in a webview. */
export async function expectAccessible(frame: Frame): Promise<void> {
  // Evaluated by the browser's debugger, which the page's content security policy does not bind.
  await frame.evaluate(axe.source);
  const results = await frame.evaluate<AxeResults>('axe.run(document)');
  const lines = results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
  );
  if (lines.length > 0) throw new Error(`axe found:\n${lines.join('\n')}`);
}
