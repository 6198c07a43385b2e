import type { Translator } from '../../l10n.ts';
import { escapeHtml } from './escape-html.ts';

export interface HtmlDocument {
  readonly title: string;
  /** What the page may load, a directive each. */
  readonly policy: readonly string[];
  /** The element that brings its style. */
  readonly style: string;
  /** HTML. */
  readonly body: string;
}

/** A document of a webview, whatever is in it: its language, its policy and its title. */
export function htmlDocument({ title, policy, style, body }: HtmlDocument, t: Translator): string {
  return `<!DOCTYPE html>
<html lang="${escapeHtml(t.locale)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escapeHtml(title)}</title>
  ${style}
</head>
<body>
${body}
</body>
</html>`;
}
