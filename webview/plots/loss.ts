import { chanceLevel } from '../../src/insight/chance.ts';
import { loss as lossFigure, message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { Drawing } from './drawing.ts';
import { linesOf } from './lines.ts';
import { reductionNotes } from './loss-notes.ts';
import { markNotes } from './mark-notes.ts';
import { epochName } from './names.ts';
import type { Level, Plot, Series, YAxis } from './plot.ts';
import { batchSeries, classesOf, epochSeries } from './run-series.ts';
import {
  batchesOf,
  keyOf,
  runsWith,
  seriesOf,
  specOf,
  titleOf,
  unitOf,
  type ShownLoss,
} from './shown-loss.ts';
import { nowOn, xAxis } from './x-axis.ts';
import { yAxisFor } from './y-axis.ts';

/** A ruler measured on the model of every run, whatever that trains on; or a loss where it is trained on. */
export function lossPlot(shown: ShownLoss, drawing: Drawing): Plot {
  const runs = runsWith(shown, drawing.runs);
  const lines = linesOf(drawing, runs);
  const batches = lines.flatMap((line) =>
    batchSeries(drawing, line, (run) => batchesOf(shown, run, drawing.x)),
  );
  const epochs = lines.flatMap((line) => epochSeries(drawing, line, seriesOf(shown)));
  const series = [...batches, ...epochs];
  const levels = chance(shown, runs);
  const y = yAxis(series, levels, runs, drawing);
  return {
    key: `loss ${keyOf(shown)}`,
    title: titleOf(shown, runs.length),
    unit: unitOf(shown),
    notes: [
      ...(shown.kind === 'ruler' ? reductionNotes(shown.name, runs) : []),
      ...markNotes(series, y),
    ],
    x: xAxis(runs, drawing.x),
    y,
    series,
    levels,
    now: nowOn(runs, drawing.x),
    showsLatest: true,
    markers: 'last',
    rowName: epochName,
  };
}

/** Made for the lines of runs that stayed finite; what flies off from the others gets marks. */
function yAxis(
  series: readonly Series[],
  levels: readonly Level[],
  runs: readonly Run[],
  { y, outliers }: Drawing,
): YAxis {
  const diverged = new Set(
    runs.flatMap(({ state, identity }) => (state === 'diverged' ? identity.id : [])),
  );
  const isFlighty = ({ part, runId = '' }: Series): boolean =>
    part === 'batch' || diverged.has(runId);
  const options = { title: message('loss'), format: 'loss', scale: y, outliers, levels } as const;
  return yAxisFor(series, options, isFlighty);
}

function chance(shown: ShownLoss, runs: readonly Run[]): Level[] {
  const values = new Set(runs.map((run) => chanceLevel(specOf(shown), classesOf(run))));
  return [...values].flatMap((y) =>
    y === undefined ? [] : [{ y, label: message('chance, {value}', { value: lossFigure(y) }) }],
  );
}
