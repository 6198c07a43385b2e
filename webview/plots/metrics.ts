import { metrics, metricNames, type MetricName } from '../../src/experiment/metrics/catalogue.ts';
import { message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { traceOf, type Point, type Trace } from '../series/trace.ts';
import type { Drawing } from './drawing.ts';
import { linesOf } from './lines.ts';
import { markNotes } from './mark-notes.ts';
import { epochName } from './names.ts';
import type { Plot, Series, YAxis } from './plot.ts';
import { lineSeries } from './run-series.ts';
import { nowOn, xAxis, xOf } from './x-axis.ts';
import { yAxisFor } from './y-axis.ts';

/** The metrics that mean something for any of the runs, in the order of the catalogue. */
export function measuredMetrics(runs: readonly Run[]): MetricName[] {
  return metricNames.filter((name) =>
    runs.some(({ evaluations }) => evaluations.last?.metrics[name] !== undefined),
  );
}

/** Shares are drawn up to 1; an error as far as it goes. */
const shares: readonly MetricName[] = [
  'top-2-accuracy',
  'balanced-accuracy',
  'mean-iou',
  'held-out-accuracy',
];

export function isShare(name: MetricName): boolean {
  return shares.includes(name) || name === 'expected-calibration-error';
}

/** A metric of the validation set after each epoch. */
export function metricPlot(name: MetricName, drawing: Drawing): Plot {
  const { runs, x } = drawing;
  const series = linesOf(drawing).map((line) =>
    lineSeries(drawing, line, 'main', (run) => traceOfMetric(run, name, x)),
  );
  const y = yAxis(name, series);
  return {
    key: `metric ${name}`,
    title: metrics[name].label,
    unit: better(name),
    notes: [metrics[name].use, ...markNotes(series, y)],
    x: xAxis(runs, x),
    y,
    series,
    levels: [],
    now: nowOn(runs, x),
    showsLatest: true,
    markers: 'last',
    rowName: epochName,
  };
}

export function better(name: MetricName): Message {
  return metrics[name].better === 'higher'
    ? message('higher is better')
    : message('lower is better');
}

/** A metric that means nothing for a run has no line, not one of NaN. */
function traceOfMetric(run: Run, name: MetricName, axis: Drawing['x']): Trace {
  const { epochs, evaluations } = run;
  const points = evaluations.epoch.map((epoch, index): Point => {
    const at = epochs.epoch.indexOf(epoch);
    const x = xOf(run, axis, epochs.step[at] ?? 0, epochs.wallTime[at] ?? 0);
    return { x, y: evaluations.metrics[name][index] ?? NaN, row: epoch };
  });
  return traceOf(points.filter(({ y }) => !Number.isNaN(y)));
}

function yAxis(name: MetricName, series: readonly Series[]): YAxis {
  const title = message('{metric}', { metric: metrics[name].abbreviation });
  const isWhole = shares.includes(name);
  const format = isWhole ? 'wholePercent' : isShare(name) ? 'percent' : 'loss';
  const options = { title, format, scale: 'linear', outliers: 'shown' } as const;
  const axis = yAxisFor(series, options, () => false);
  return isWhole ? { ...axis, min: 0, max: 1 } : axis;
}
