import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { message } from '../../src/l10n.ts';
import type { FileKind } from '../../src/protocol.ts';
import { viewTitle } from '../../src/insight/comparisons.ts';
import { usePage } from '../context.ts';
import type { Shown } from '../panel/shown.ts';
import { useDrawing } from '../panel/use-drawing.ts';
import { Menu } from '../parts/menu.tsx';
import { useStore } from '../use-store.ts';
import { allPlots, type Reported } from './all-plots.ts';
import { plotsCsv } from './csv.ts';
import { plotsJson } from './figures-json.ts';
import { fileName } from './file-name.ts';
import { reportHtml } from './report.ts';

/** What can be taken away of the runs that are drawn; a report that the host asks for where none is has all. */
export function ExportComparison(shown: Shown): JSX.Element | null {
  const { t, post, choices } = usePage();
  const runs = shown.runs.length > 0 ? shown.runs : shown.all;
  const drawing = useDrawing({ ...shown, runs });
  const save = (kind: FileKind, make: (plots: readonly Reported[]) => string): void => {
    const data = make(allPlots(drawing, choices.losses));
    post({ type: 'save', kind, name: fileName(t(viewTitle(runs)), kind), data });
  };
  const plotsOf = (reported: readonly Reported[]) => reported.map(({ plot }) => plot);
  const report = (): void => save('html', (plots) => reportHtml(runs, plots, t, Date.now()));
  useReportAsked(report);
  if (shown.runs.length === 0) return null;
  const items = [
    { label: message('Report as HTML'), onChoose: report },
    {
      label: message('All figures as CSV'),
      onChoose: () => save('csv', (plots) => plotsCsv(plotsOf(plots), runs, t)),
    },
    {
      label: message('All figures as JSON'),
      onChoose: () => save('json', (plots) => plotsJson(plotsOf(plots), runs, t)),
    },
  ];
  return (
    <Menu
      name={t(message('Export the comparison'))}
      icon="export"
      text={t(message('Export'))}
      items={items.map(({ label, onChoose }) => ({ label: t(label), onChoose }))}
    />
  );
}

/** Makes the report that the host asks for. */
function useReportAsked(make: () => void): void {
  const { reportAsked } = usePage();
  const isAsked = useStore(reportAsked, (asked) => asked);
  useEffect(() => {
    if (!isAsked) return;
    reportAsked.set(false);
    make();
  }, [isAsked]);
}
