import type { JSX } from 'preact';
import { viewOf } from '../charts/view.ts';
import { usePage } from '../context.ts';
import type { Plot } from '../plots/plot.ts';
import { plotsCsv } from './csv.ts';
import { ExportMenu } from './export-menu.tsx';
import { linePicture } from './figure.ts';
import { plotsJson } from './figures-json.ts';
import { plotMarkdown } from './markdown.ts';

/** What can be taken away of a plot, as it is zoomed now; the figures are all of its points. */
export function ExportPlot({ plot }: { readonly plot: Plot }): JSX.Element {
  const { t, theme, zoom, runs } = usePage();
  const { title, notes } = plot;
  const size = { width: 800, height: 450 };
  return (
    <ExportMenu
      title={title}
      picture={() =>
        linePicture({ plot, view: viewOf(plot, zoom.value), theme, t, notes, ...size })
      }
      csv={() => plotsCsv([plot], runs(), t)}
      json={() => plotsJson([plot], runs(), t)}
      markdown={() => plotMarkdown(plot, t)}
    />
  );
}
