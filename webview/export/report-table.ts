import type { Message, Translator } from '../../src/l10n.ts';
import { escapeXml } from './escape-xml.ts';

/** A text in a cell of a table, in its own direction. */
export function cell(text: string): string {
  return `<bdi>${escapeXml(text)}</bdi>`;
}

/** A table under a heading. @param rows as HTML; the first cell of each is its head */
export function table(
  title: Message,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  t: Translator,
): string {
  const name = escapeXml(t(title));
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${first}</th>${cells.map((of) => `<td>${of}</td>`).join('')}</tr>`,
  );
  return `<h2>${name}</h2>
<div class="table" tabindex="0" role="region" aria-label="${name}">
<table>
<thead><tr>${head.map((of) => `<th scope="col">${cell(of)}</th>`).join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`;
}
