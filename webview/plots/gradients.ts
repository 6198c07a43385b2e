import { message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { XAxis } from '../choices.ts';
import type { Slot } from '../run-slots.ts';
import {
  lastMoment,
  momentName,
  momentsIn,
  statisticsAt,
  statisticsReader,
  type Moment,
} from './moments.ts';
import type { Axis, Plot, Series } from './plot.ts';
import { fittedValues } from './fitted.ts';
import { flowNotes } from './flow-words.ts';
import { quantities, type Quantity } from './quantities.ts';
import { logRange, marksOf } from './range.ts';
import { divergence } from './run-series.ts';
import { nowOn, stepsAnEpoch, xAxis, xOf } from './x-axis.ts';

type Slots = ReadonlyMap<string, Slot>;
/** The place of a layer in a run. */
type LayerFinder = (run: Run) => number;

/** A quantity of one layer's gradient; the plots of all layers have the same scale. */
export function layerPlot(
  layer: number,
  runs: readonly Run[],
  slots: Slots,
  quantity: Quantity = quantities.norm,
): Plot {
  const title = message('{layer}', { layer: layerNames(runs)[layer] ?? '' });
  const y = quantityAxis(fittedValues(runs, quantity), quantity);
  return quantityPlot(title, () => layer, quantity, y, runs, slots, 'epoch');
}

/** The norm of the gradient where it begins: at the output layer. */
export function outputPlot(runs: readonly Run[], slots: Slots, axis: XAxis): Plot {
  const quantity = quantities.norm;
  const norms = runs.flatMap((run) =>
    windows(run, outputOf(run), quantity).map(({ value }) => value),
  );
  const title = message('Gradient norm at the output');
  const y = quantityAxis(norms, quantity);
  const plot = quantityPlot(title, outputOf, quantity, y, runs, slots, axis);
  return { ...plot, unit: message('L2, mean of the epoch') };
}

const outputOf: LayerFinder = ({ gradients: { firstStep, layers } }) =>
  (firstStep ?? layers).length - 1;

function quantityPlot(
  title: Message,
  layerOf: LayerFinder,
  quantity: Quantity,
  y: Axis,
  runs: readonly Run[],
  slots: Slots,
  axis: XAxis,
): Plot {
  return {
    title,
    notes: [],
    x: xAxis(runs, axis),
    y,
    series: runs.map((run) => ({
      slot: slots.get(run.identity.id) ?? 0,
      ...quantitySeries(run, windows(run, layerOf(run), quantity), y, axis),
    })),
    levels: [],
    now: nowOn(runs, axis),
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
  runs: readonly Run[],
  slots: Slots,
  quantity: Quantity = quantities.norm,
  moment: Moment | null = null,
): Plot {
  const names = layerNames(runs);
  const y = quantityAxis(fittedValues(runs, quantity), quantity);
  const title = message('layer');
  return {
    title: message('{quantity} through the layers', { quantity: quantity.title }),
    unit: moment === null ? message('last epoch measured') : momentName(moment),
    notes: flowNotes(runs, quantity, moment),
    x: { title, scale: 'linear', min: 0, max: names.length - 1, format: 'count', names },
    y,
    series: runs.map((run) => ({
      slot: slots.get(run.identity.id) ?? 0,
      ...flowSeries(run, quantity, moment ?? lastMoment(run) ?? 0, y),
    })),
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

function quantityAxis(values: readonly number[], { scale, title }: Quantity): Axis {
  return scale === 'share'
    ? { title, scale: 'linear', format: 'wholePercent', min: 0, max: 1 }
    : { title, scale: 'log', format: 'ratio', ...logRange(values) };
}

interface Window {
  readonly moment: Moment;
  readonly value: number;
}

/** What a layer measured at step 1 and in each epoch; nothing in a run that has no such layer. */
function windows(run: Run, layer: number, { read }: Quantity): Window[] {
  const statistics = statisticsReader(run);
  return momentsIn(run).flatMap((moment) => {
    const of = statistics(moment, layer);
    return of === undefined ? [] : [{ moment, value: read(of) }];
  });
}

function quantitySeries(
  run: Run,
  windows: readonly Window[],
  y: Axis,
  axis: XAxis,
): Omit<Series, 'slot'> {
  const points = windows.map(({ moment, value }) => ({
    x: momentEnd(run, moment, axis),
    y: value,
    row: moment,
  }));
  const marks = [...marksOf(points, y), ...divergence(run, axis)];
  return { label: run.identity.name, part: 'main', points, marks };
}

/** Step 1, or the step that ended the epoch. */
export function momentEnd(run: Run, moment: Moment, axis: XAxis): number {
  const { batches, epochs } = run;
  if (moment === 0) return xOf(run, axis, 1, batches.wallTime[0] ?? 0);
  const step = moment * stepsAnEpoch(run);
  if (axis !== 'time') return xOf(run, axis, step, 0);
  const index = epochs.epoch.indexOf(moment);
  return xOf(run, axis, step, epochs.wallTime[index] ?? run.lastEventAt ?? 0);
}

function flowSeries(run: Run, quantity: Quantity, moment: Moment, y: Axis): Omit<Series, 'slot'> {
  const points = (statisticsAt(run, moment) ?? []).map((of, layer) => ({
    x: layer,
    y: quantity.read(of),
    row: layer,
  }));
  return { label: run.identity.name, part: 'main', points, marks: marksOf(points, y) };
}
