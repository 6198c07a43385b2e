import { message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { XAxis } from '../choices.ts';
import { traceOf, type Trace } from '../series/trace.ts';
import { lastMoment, momentName, momentsIn, type Moment } from './moments.ts';
import type { Drawing } from './drawing.ts';
import { linesOf } from './lines.ts';
import { markNotes } from './mark-notes.ts';
import type { Plot, Series, YAxis } from './plot.ts';
import { fittedValues } from './fitted.ts';
import { flowNotes } from './flow-words.ts';
import { quantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';
import { extentOfValues, logRange } from './range.ts';
import { lineSeries } from './run-series.ts';
import { nowOn, stepsAnEpoch, xAxis, xOf } from './x-axis.ts';

/** The place of a layer in a run. */
type LayerFinder = (run: Run) => number;

/** A quantity of one layer's gradient; the plots of all layers have the same scale. */
export function layerPlot(
  layer: number,
  drawing: Drawing,
  quantity: Quantity = quantities.norm,
): Plot {
  const y = quantityAxis(fittedValues(drawing.runs, quantity), quantity);
  const plot = quantityPlot(() => layer, quantity, y, { ...drawing, x: 'epoch' });
  const title = message('{layer}', { layer: layerNames(drawing.runs)[layer] ?? '' });
  return { ...plot, key: `layer ${layer} ${quantity.title.text}`, title };
}

/** The norm of the gradient where it begins: at the output layer. */
export function outputPlot(drawing: Drawing): Plot {
  const quantity = quantities.norm;
  const norms = drawing.runs.flatMap((run) =>
    windows(run, outputOf(run), quantity).map(({ value }) => value),
  );
  const plot = quantityPlot(outputOf, quantity, quantityAxis(norms, quantity), drawing);
  return {
    ...plot,
    key: 'output gradient',
    title: message('Gradient norm at the output'),
    unit: message('L2, mean of the epoch'),
  };
}

const outputOf: LayerFinder = ({ gradients: { firstStep, layers } }) =>
  (firstStep ?? layers).length - 1;

function quantityPlot(layerOf: LayerFinder, quantity: Quantity, y: YAxis, drawing: Drawing): Plot {
  const { runs, x } = drawing;
  const trace = (run: Run): Trace => quantityTrace(run, windows(run, layerOf(run), quantity), x);
  const series = linesOf(drawing).map((line) =>
    lineSeries({ ...drawing, smoothing: 0 }, line, 'main', trace, line.name),
  );
  return {
    key: quantity.title.text,
    title: quantity.title,
    notes: markNotes(series, y),
    x: xAxis(runs, x),
    y,
    series,
    levels: [],
    now: nowOn(runs, x),
    showsLatest: true,
    markers: 'last',
    rowName: momentName,
  };
}

/**
 * A quantity of every layer, from the first to the output: how far the gradient gets.
 * @param moment when; null for the last of each run
 */
export function flowPlot(
  { runs, slots }: Pick<Drawing, 'runs' | 'slots'>,
  quantity: Quantity = quantities.norm,
  moment: Moment | null = null,
): Plot {
  const names = layerNames(runs);
  const y = quantityAxis(fittedValues(runs, quantity), quantity);
  const series = runs.map((run) => ({
    slot: slots.get(run.identity.id) ?? 0,
    ...flowSeries(run, quantity, moment ?? lastMoment(run) ?? 0),
  }));
  const title = message('layer');
  return {
    key: `gradient flow ${quantity.title.text}`,
    title: message('{quantity} through the layers', { quantity: quantity.title }),
    unit: moment === null ? message('last epoch measured') : momentName(moment),
    notes: [...flowNotes(runs, quantity, moment), ...markNotes(series, y)],
    x: { title, link: 'layer', min: 0, max: names.length - 1, format: 'count', names },
    y,
    series,
    levels: [],
    now: undefined,
    showsLatest: false,
    markers: 'all',
    rowName: (row) => message('{layer}', { layer: names[row] ?? '' }),
  };
}

/** Of the run with the most layers; layers of the same place are drawn together. */
export function layerNames(runs: readonly Run[]): string[] {
  const named = runs.map((run) => run.setting?.layers.map(({ name }) => name) ?? []);
  return named.reduce((most, names) => (names.length > most.length ? names : most), []);
}

function quantityAxis(values: readonly number[], { scale, title }: Quantity): YAxis {
  return scale === 'share'
    ? { title, scale: 'linear', format: 'wholePercent', min: 0, max: 1 }
    : { title, scale: 'log', format: 'ratio', ...logRange(extentOfValues(values)) };
}

interface Window {
  readonly moment: Moment;
  readonly value: number;
}

/** What a layer measured at step 1 and in each epoch; nothing in a run that has no such layer. */
function windows(run: Run, layer: number, quantity: Quantity): Window[] {
  const { value: valueAt } = quantity.of(run);
  return momentsIn(run).flatMap((moment) => {
    const value = valueAt(moment, layer);
    return value === undefined ? [] : [{ moment, value }];
  });
}

function quantityTrace(run: Run, windows: readonly Window[], axis: XAxis): Trace {
  return traceOf(
    windows.map(({ moment, value }) => ({
      x: momentEnd(run, moment, axis),
      y: value,
      row: moment,
    })),
  );
}

/** Step 1, or the step that ended the epoch. */
export function momentEnd(run: Run, moment: Moment, axis: XAxis): number {
  const { batches, epochs } = run;
  if (moment === 0) return xOf(run, axis, 1, batches.wallTime[0] ?? 0);
  const step = moment * stepsAnEpoch(run);
  if (axis === 'step' || axis === 'epoch') return xOf(run, axis, step, 0);
  const index = epochs.epoch.indexOf(moment);
  return xOf(run, axis, step, epochs.wallTime[index] ?? run.lastEventAt ?? 0);
}

function flowSeries(run: Run, quantity: Quantity, moment: Moment): Omit<Series, 'slot'> {
  const { value } = quantity.of(run);
  const points = quantity.layers(run).flatMap((layer) => {
    const y = value(moment, layer);
    return y === undefined ? [] : [{ x: layer, y, row: layer }];
  });
  return { label: run.identity.name, part: 'main', trace: traceOf(points), marks: [] };
}
