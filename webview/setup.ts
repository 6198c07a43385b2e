import type { PageSetup } from '../src/protocol.ts';

/** Reads what the host wrote into the page's HTML. */
export function readSetup(): PageSetup {
  const text = document.getElementById('setup')?.textContent;
  const setup: unknown = JSON.parse(text ?? 'null');
  if (!isSetup(setup)) throw new Error('The page has no setup.');
  return setup;
}

function isSetup(value: unknown): value is PageSetup {
  return typeof value === 'object' && value !== null && 'view' in value && 'bundle' in value;
}
