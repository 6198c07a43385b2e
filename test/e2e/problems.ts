import type { ConsoleMessage, Page } from 'playwright-core';

/**
 * Collects what must not happen: violations of a content security policy anywhere, and errors that
 * come from a webview or name the extension. The workbench's own errors are not ours: this VS Code
 * runs without compiled parts and without a gallery, and says so often.
 */
export function collectProblems(page: Page, extension: string): readonly string[] {
  const problems: string[] = [];
  const note = (text: string): void => {
    problems.push(text.split('\n', 1).join());
  };
  const isOurs = (text: string, url: string): boolean =>
    text.includes('Content Security Policy') || text.includes(extension) || !isWorkbench(url);
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && isOurs(text, urlOf(message))) note(text);
  });
  page.on('pageerror', (error) => {
    const text = error.stack ?? error.message;
    if (!text.includes('/workbench.js')) note(text);
  });
  return problems;
}

function urlOf(message: ConsoleMessage): string {
  return message.location().url;
}

/** Whether VS Code's own files made the message; a webview's scripts come from elsewhere. */
function isWorkbench(url: string): boolean {
  return url.includes('/static/');
}
