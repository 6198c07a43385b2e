import type { Translator } from '../../l10n.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlDocument } from './html-document.ts';

export interface StaticPage {
  readonly title: string;
  /** CSS, in colours of the theme alone. */
  readonly style: string;
  /** HTML, below the title. */
  readonly body: string;
  /** Whether it shows images, which are in their own addresses. */
  readonly showsImages: boolean;
}

/** A page without a script, under a policy that allows its one style and nothing from elsewhere. */
export function staticHtml(
  { title, style, body, showsImages }: StaticPage,
  t: Translator,
  nonce: string,
): string {
  const policy = [
    `default-src 'none'`,
    ...(showsImages ? ['img-src data:'] : []),
    `style-src 'nonce-${nonce}'`,
  ];
  const main = `<main>
  <h1>${escapeHtml(title)}</h1>${body}
</main>`;
  const css = `<style nonce="${nonce}">${common}${style}</style>`;
  return htmlDocument({ title, policy, style: css, body: main }, t);
}

const common = `
body { color: var(--vscode-foreground); background: var(--vscode-editor-background);
  font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); padding: 0 1.5em 1.5em; }
h1 { font-size: 1.6em; font-weight: 600; overflow-wrap: anywhere; }`;
