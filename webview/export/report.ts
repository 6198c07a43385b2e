import { findingsOf } from '../../src/insight/insights.ts';
import { partsOf, type Part } from '../../src/insight/parts.ts';
import { count, message, type Message, type Translator } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { viewTitle } from '../../src/insight/comparisons.ts';
import { argText } from '../parts/text.tsx';
import { summary } from '../plots/words.ts';
import { alarmsSection } from './report-alarms.ts';
import type { Reported } from './all-plots.ts';
import { bestAndLast, type Told } from './best-and-last.ts';
import { escapeXml } from './escape-xml.ts';
import { linePicture } from './figure.ts';
import { pictureSvg } from './picture-svg.ts';
import { settingsTable } from './report-settings.ts';
import { reportStyle, reportTheme } from './report-style.ts';
import { cell, table } from './report-table.ts';
import { paragraph } from './report-text.ts';

/**
 * A comparison as one HTML file that needs nothing else: no script, no font, no network. Light or dark as
 * its reader prefers.
 * @param made when, in milliseconds since 1970
 */
export function reportHtml(
  runs: readonly Run[],
  plots: readonly Reported[],
  t: Translator,
  made: number,
): string {
  const title = escapeXml(t(viewTitle(runs)));
  const day = new Intl.DateTimeFormat(t.locale, { dateStyle: 'long', timeStyle: 'short' });
  const written = message('Written by Loss Lab on {date}.', { date: day.format(made) });
  return `<!DOCTYPE html>
<html lang="${escapeXml(t.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<h1><bdi>${title}</bdi></h1>
<p class="note">${escapeXml(t(written))}</p>
${settingsTable(runs, t)}
${alarmsSection(runs, t)}
${partsOf(runs)
  .map((part) => partSection(part, t))
  .join('\n')}
${bestTable(plots, t)}
<h2>${escapeXml(t(message('Curves')))}</h2>
${plots.map((of, index) => plotSection(of, index, t)).join('\n')}
</main>
</body>
</html>
`;
}

function partSection(part: Part, t: Translator): string {
  const found = findingsOf(part).map(
    ({ title, text, rest = [], readAt }) => `<section>
<h3>${escapeXml(t(title))}</h3>
${[...text.map((sentence) => paragraph(sentence, t)), more(rest, t)].join('\n')}
<p class="note">${escapeXml(t(message('Read at: {where}', { where: readAt })))}</p>
</section>`,
  );
  return found.length === 0 ? '' : `<h2>${escapeXml(t(part.title))}</h2>\n${found.join('\n')}`;
}

function more(rest: readonly Message[], t: Translator): string {
  if (rest.length === 0) return '';
  const head = escapeXml(t(message('And {count} more', { count: count(rest.length) })));
  const body = rest.map((sentence) => paragraph(sentence, t)).join('\n');
  return `<details><summary>${head}</summary>\n${body}\n</details>`;
}

function bestTable(plots: readonly Reported[], t: Translator): string {
  const rows = plots.flatMap((of) =>
    bestAndLast(of).map(({ label, best, last }) => [
      cell(t(of.plot.title)),
      cell(argText(label, t)),
      toldCell(best, t),
      toldCell(last, t),
    ]),
  );
  const head = [message('Plot'), message('Run'), message('Best value'), message('Last value')];
  return table(message('Best and last values'), head.map(t), rows, t);
}

function toldCell(told: Told | undefined, t: Translator): string {
  return told === undefined ? '–' : cell(`${argText(told.value, t)} (${t(told.at)})`);
}

function plotSection({ plot }: Reported, index: number, t: Translator): string {
  const { min, max } = plot.x;
  const view = { x: [min, max], y: plot.y } as const;
  const picture = linePicture({ plot, view, theme: reportTheme, t, width: 880, height: 420 });
  const svg = pictureSvg(picture, `plot-${index}`);
  const notes = plot.notes.map((note: Message) => `<p class="note">${escapeXml(t(note))}</p>`);
  return `<figure>
${svg}<figcaption>${escapeXml(t(summary(plot)))}</figcaption>
${notes.join('\n')}
</figure>`;
}
