import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import type { FileKind } from '../../src/protocol.ts';
import { viewOf } from '../charts/view.ts';
import { usePage, type Page } from '../context.ts';
import { Menu } from '../parts/menu.tsx';
import type { Plot } from '../plots/plot.ts';
import { plotsCsv } from './csv.ts';
import type { Figure } from './figure.ts';
import { plotsJson } from './figures-json.ts';
import { fileName } from './file-name.ts';
import { plotMarkdown } from './markdown.ts';
import { plotPng } from './plot-png.ts';
import { plotSvg } from './plot-svg.ts';

/** What can be taken away of a plot, as it is zoomed now; the figures are all of its points. */
export function ExportPlot({ plot }: { readonly plot: Plot }): JSX.Element {
  const page = usePage();
  const { t, post, runs } = page;
  const save = (kind: FileKind, data: string): void =>
    post({ type: 'save', kind, name: fileName(t(plot.title), kind), data });
  const items = [
    { label: message('PNG picture'), onChoose: () => savePng(plot, page) },
    {
      label: message('SVG picture'),
      onChoose: () => save('svg', plotSvg(figureOf(plot, page))),
    },
    { label: message('Figures as CSV'), onChoose: () => save('csv', plotsCsv([plot], runs(), t)) },
    {
      label: message('Figures as JSON'),
      onChoose: () => save('json', plotsJson([plot], runs(), t)),
    },
    {
      label: message('Copy as Markdown table'),
      onChoose: () => post({ type: 'copy', text: plotMarkdown(plot, t) }),
    },
  ];
  return (
    <Menu
      name={t(message('Export {title}', { title: plot.title }))}
      icon="export"
      items={items.map(({ label, onChoose }) => ({ label: t(label), onChoose }))}
    />
  );
}

function savePng(plot: Plot, page: Page): void {
  const data = plotPng(figureOf(plot, page));
  if (data === undefined) throw new Error('The browser has made no picture.');
  page.post({ type: 'save', kind: 'png', name: fileName(page.t(plot.title), 'png'), data });
}

function figureOf(plot: Plot, { theme, t, zoom }: Page): Figure {
  const view = viewOf(plot, zoom.value);
  return { plot, view, theme, t, width: 800, height: 450, pixel: 0.5 };
}
