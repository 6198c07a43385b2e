import { message, type Message } from '../../src/l10n.ts';
import type { LayerStatistics } from '../../src/run/event.ts';
import type { Run } from '../../src/run/run.ts';
import type { XAxis } from '../choices.ts';
import type { Slot } from '../run-slots.ts';
import { traceOf } from '../series/trace.ts';
import { epochName, stepName } from './names.ts';
import type { Plot, Series, YAxis } from './plot.ts';
import { extentOfValues, logRange } from './range.ts';
import { divergence } from './run-series.ts';
import { nowOn, stepsAnEpoch, xAxis, xOf } from './x-axis.ts';

type Slots = ReadonlyMap<string, Slot>;
type LayerReader = (layers: readonly LayerStatistics[]) => LayerStatistics | undefined;

/** The norm of one layer's gradient; the plots of all layers have the same log scale. */
export function layerPlot(layer: number, runs: readonly Run[], slots: Slots): Plot {
  const title = message('{layer}', { layer: layerNames(runs)[layer] ?? '' });
  const read: LayerReader = (layers) => layers[layer];
  const plot = normPlot(title, read, normAxis(runs.flatMap(allNorms)), runs, slots, 'epoch');
  return { ...plot, key: `layer ${layer}` };
}

/** The norm of the gradient where it begins: at the output layer. */
export function outputPlot(runs: readonly Run[], slots: Slots, axis: XAxis): Plot {
  const read: LayerReader = (layers) => layers.at(-1);
  const norms = runs.flatMap((run) => windows(run, read).map(({ norm }) => norm));
  const title = message('Gradient norm at the output');
  const plot = normPlot(title, read, normAxis(norms), runs, slots, axis);
  return { ...plot, unit: message('L2, mean of the epoch') };
}

function normPlot(
  title: Message,
  read: LayerReader,
  y: YAxis,
  runs: readonly Run[],
  slots: Slots,
  axis: XAxis,
): Plot {
  return {
    key: 'gradient norm',
    title,
    notes: [],
    x: xAxis(runs, axis),
    y,
    series: runs.map((run) => normSeries(run, read, slots.get(run.identity.id) ?? 0, axis)),
    levels: [],
    now: nowOn(runs, axis),
    showsLatest: true,
    markers: 'last',
    rowName,
  };
}

/** The latest norm of every layer, from the first to the output: how far the gradient gets. */
export function flowPlot(runs: readonly Run[], slots: Slots): Plot {
  const names = layerNames(runs);
  const y = normAxis(runs.flatMap(allNorms));
  return {
    key: 'gradient flow',
    title: message('Gradient norm through the layers'),
    unit: message('last epoch measured'),
    notes: [],
    x: {
      title: message('layer'),
      link: 'layer',
      min: 0,
      max: names.length - 1,
      format: 'count',
      names,
    },
    y,
    series: runs.map((run) => flowSeries(run, slots.get(run.identity.id) ?? 0)),
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

function rowName(row: number): Message {
  return row === 0 ? stepName(1) : epochName(row);
}

function normAxis(norms: readonly number[]): YAxis {
  return {
    title: message('gradient norm'),
    scale: 'log',
    format: 'ratio',
    ...logRange(extentOfValues(norms)),
  };
}

function allNorms({ gradients }: Run): number[] {
  return [gradients.firstStep ?? [], ...gradients.layers].flat().map(({ norm }) => norm);
}

interface Window {
  /** 0 for step 1 alone. */
  readonly epoch: number;
  readonly norm: number;
}

/** What a layer measured at step 1 and in each epoch. */
function windows({ gradients }: Run, read: LayerReader): Window[] {
  const first = read(gradients.firstStep ?? []);
  const series = gradients.epoch.map((epoch, index) => ({
    epoch,
    norm: read(gradients.layers.flatMap((of) => of[index] ?? []))?.norm ?? NaN,
  }));
  return first === undefined ? series : [{ epoch: 0, norm: first.norm }, ...series];
}

function normSeries(run: Run, read: LayerReader, slot: Slot, axis: XAxis): Series {
  const points = windows(run, read).map(({ epoch, norm }) => ({
    x: windowEnd(run, epoch, axis),
    y: norm,
    row: epoch,
  }));
  const { name: label, id } = run.identity;
  const marks = divergence(run, axis);
  return { label, slot, part: 'main', trace: traceOf(points), marks, runId: id };
}

/** Step 1, or the step that ended the epoch. */
function windowEnd(run: Run, epoch: number, axis: XAxis): number {
  const { batches, epochs } = run;
  if (epoch === 0) return xOf(run, axis, 1, batches.wallTime[0] ?? 0);
  const index = epochs.epoch.indexOf(epoch);
  const step = epoch * stepsAnEpoch(run);
  return xOf(run, axis, step, epochs.wallTime[index] ?? run.lastEventAt ?? 0);
}

function flowSeries(run: Run, slot: Slot): Series {
  const { layers, firstStep } = run.gradients;
  const latest = layers.length > 0 ? layers.map((statistics) => statistics.at(-1)) : firstStep;
  const points = (latest ?? []).map((statistics, layer) => ({
    x: layer,
    y: statistics?.norm ?? NaN,
    row: layer,
  }));
  return { label: run.identity.name, slot, part: 'main', trace: traceOf(points), marks: [] };
}
