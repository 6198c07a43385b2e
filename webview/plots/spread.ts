import { message } from '../../src/l10n.ts';
import type { LayerStatistics } from '../../src/run/event.ts';
import type { Run } from '../../src/run/run.ts';
import { traceOf, type Trace } from '../series/trace.ts';
import { slotIn, type Drawing } from './drawing.ts';
import { layerNames, momentEnd } from './gradients.ts';
import { markNotes } from './mark-notes.ts';
import { momentName, momentsIn, statisticsReader } from './moments.ts';
import type { Plot, Series } from './plot.ts';
import { divergence } from './run-series.ts';
import { nowOn, xAxis } from './x-axis.ts';
import { yAxisFor } from './y-axis.ts';

/** The mean of one layer's gradient, and one standard deviation to either side; its scale is its own. */
export function spreadPlot(layer: number, drawing: Pick<Drawing, 'runs' | 'slots'>): Plot {
  const { runs } = drawing;
  const series = runs.map((run) => ({ slot: slotIn(drawing, run), ...spreadLine(run, layer) }));
  const title = message('mean ± standard deviation');
  const options = { title, format: 'ratio', scale: 'linear', outliers: 'shown' } as const;
  const y = yAxisFor(series, options, () => false);
  return {
    key: `spread ${layer}`,
    title: message('{layer}', { layer: layerNames(runs)[layer] ?? '' }),
    notes: markNotes(series, y),
    x: xAxis(runs, 'epoch'),
    y,
    series,
    levels: [],
    now: nowOn(runs, 'epoch'),
    showsLatest: false,
    markers: 'last',
    rowName: momentName,
  };
}

function spreadLine(run: Run, layer: number): Omit<Series, 'slot'> {
  const statistics = statisticsReader(run);
  const line = (read: (of: LayerStatistics) => number): Trace =>
    traceOf(
      momentsIn(run).flatMap((moment) => {
        const of = statistics(moment, layer);
        const x = momentEnd(run, moment, 'epoch');
        return of === undefined ? [] : [{ x, y: read(of), row: moment }];
      }),
    );
  return {
    label: run.identity.name,
    runId: run.identity.id,
    part: 'main',
    trace: line(({ mean }) => mean),
    band: {
      lower: line(({ mean, std }) => mean - std),
      upper: line(({ mean, std }) => mean + std),
    },
    marks: divergence(run, 'epoch'),
  };
}
