import { metrics, metricNames, type MetricName } from '../../src/experiment/metrics/catalogue.ts';
import { message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { XAxis } from '../choices.ts';
import type { Slot } from '../run-slots.ts';
import { epochName, validationOf } from './names.ts';
import type { Axis, Plot, PlotPoint, Series } from './plot.ts';
import { linearRange, marksOf } from './range.ts';
import { divergence } from './run-series.ts';
import { nowOn, xAxis, xOf } from './x-axis.ts';

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
export function metricPlot(
  name: MetricName,
  runs: readonly Run[],
  slots: ReadonlyMap<string, Slot>,
  axis: XAxis,
): Plot {
  const points = runs.map((run) => pointsOf(run, name, axis));
  const y = yAxis(name, points.flat());
  return {
    title: metrics[name].label,
    unit: better(name),
    notes: [metrics[name].use],
    x: xAxis(runs, axis),
    y,
    series: runs.map((run, i) =>
      series(run, slots.get(run.identity.id) ?? 0, points[i] ?? [], y, axis),
    ),
    levels: [],
    now: nowOn(runs, axis),
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

function pointsOf(run: Run, name: MetricName, axis: XAxis): PlotPoint[] {
  const { epochs, evaluations } = run;
  return evaluations.epoch.map((epoch, index) => {
    const at = epochs.epoch.indexOf(epoch);
    return {
      x: xOf(run, axis, epochs.step[at] ?? 0, epochs.wallTime[at] ?? 0),
      y: evaluations.metrics[name][index] ?? NaN,
      row: epoch,
    };
  });
}

function yAxis(name: MetricName, points: readonly PlotPoint[]): Axis {
  const { abbreviation } = metrics[name];
  const title = message('{metric}', { metric: abbreviation });
  if (shares.includes(name))
    return { title, scale: 'linear', min: 0, max: 1, format: 'wholePercent' };
  const format = isShare(name) ? 'percent' : 'loss';
  return { title, scale: 'linear', format, ...linearRange(points.map(({ y }) => y)) };
}

/** A metric that means nothing for a run has no line, not one of NaN. */
function series(run: Run, slot: Slot, points: readonly PlotPoint[], y: Axis, axis: XAxis): Series {
  const told = points.filter((point) => !Number.isNaN(point.y));
  const marks = [...marksOf(told, y), ...divergence(run, axis)];
  return { label: validationOf(run), slot, part: 'main', points: told, marks };
}
