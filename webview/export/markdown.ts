import type { Translator } from '../../src/l10n.ts';
import { argText } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import { tableOf } from '../plots/words.ts';

/** The table twin of a plot as a Markdown table. */
export function plotMarkdown(plot: Plot, t: Translator): string {
  const { head, rows } = tableOf(plot);
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [
    line([t(plot.x.title), ...head.map((label) => argText(label, t))]),
    `| --- |${' ---: |'.repeat(head.length)}`,
    ...rows.map(({ name, cells }) =>
      line([t(name), ...cells.map((value) => (value === undefined ? '–' : argText(value, t)))]),
    ),
    '',
  ].join('\n');
}

/** A name that holds Markdown or HTML is shown as it is written. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_[\]~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}
