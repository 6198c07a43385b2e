import type { Translator } from '../../src/l10n.ts';
import { argText } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import { tableOf } from '../plots/words.ts';

/** The table twin of a plot as a Markdown table. */
export function plotMarkdown(plot: Plot, t: Translator): string {
  const { head, rows } = tableOf(plot);
  return markdownTable(
    [t(plot.x.title), ...head.map((label) => argText(label, t))],
    rows.map(({ name, cells }) => [
      t(name),
      ...cells.map((value) => (value === undefined ? '–' : argText(value, t))),
    ]),
  );
}

/** The first column is of names, the others are of numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const rule = `| --- |${' ---: |'.repeat(head.length - 1)}`;
  return [line(head), rule, ...rows.map(line), ''].join('\n');
}

/** A name that holds Markdown or HTML is shown as it is written. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\|`*_[\]~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}
