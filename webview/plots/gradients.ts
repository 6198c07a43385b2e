import { count, message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { Slot } from '../run-slots.ts';
import { epochName } from './names.ts';
import type { Axis, Plot, PlotPoint, Series } from './plot.ts';
import { logRange, marksOf } from './range.ts';
import { divergence } from './run-series.ts';
import { nowOn, stepsAnEpoch, xAxis } from './x-axis.ts';

type Slots = ReadonlyMap<string, Slot>;

/** The norm of one layer's gradient; the plots of all layers have the same log scale. */
export function layerPlot(layer: number, runs: readonly Run[], slots: Slots): Plot {
  const y = normAxis(runs);
  return {
    title: message('{layer}', { layer: layerNames(runs)[layer] ?? '' }),
    notes: [],
    x: xAxis(runs, 'epoch'),
    y,
    series: runs.map((run) => layerSeries(run, layer, slots.get(run.identity.id) ?? 0, y)),
    levels: [],
    now: nowOn(runs, 'epoch'),
    showsLatest: true,
    rowName,
  };
}

/** The latest norm of every layer, from the first to the output: how far the gradient gets. */
export function flowPlot(runs: readonly Run[], slots: Slots): Plot {
  const names = layerNames(runs);
  const y = normAxis(runs);
  return {
    title: message('Gradient norm through the layers'),
    unit: message('last epoch measured'),
    notes: [],
    x: {
      title: message('layer'),
      scale: 'linear',
      min: 0,
      max: names.length - 1,
      format: 'count',
      names,
    },
    y,
    series: runs.map((run) => flowSeries(run, slots.get(run.identity.id) ?? 0, y)),
    levels: [],
    now: undefined,
    showsLatest: false,
    rowName: (row) => message('{layer}', { layer: names[row] ?? '' }),
  };
}

/** Of the run with the most layers; layers of the same place are drawn together. */
export function layerNames(runs: readonly Run[]): string[] {
  const named = runs.map((run) => run.setting?.layers.map(({ name }) => name) ?? []);
  return named.reduce((most, names) => (names.length > most.length ? names : most), []);
}

function rowName(row: number): Message {
  return row === 0 ? message('step {step}', { step: count(1) }) : epochName(row);
}

function normAxis(runs: readonly Run[]): Axis {
  const norms = runs.flatMap(({ gradients }) =>
    [gradients.firstStep ?? [], ...gradients.layers].flat().map(({ norm }) => norm),
  );
  return { title: message('gradient norm'), scale: 'log', format: 'ratio', ...logRange(norms) };
}

function layerSeries(run: Run, layer: number, slot: Slot, y: Axis): Series {
  const { firstStep, epoch, layers } = run.gradients;
  const first = firstStep?.[layer];
  const points: PlotPoint[] = [
    ...(first === undefined ? [] : [{ x: 1 / stepsAnEpoch(run), y: first.norm, row: 0 }]),
    ...epoch.map((row, index) => ({ x: row, y: layers[layer]?.[index]?.norm ?? NaN, row })),
  ];
  const marks = [...marksOf(points, y), ...divergence(run, 'epoch')];
  return { label: run.identity.name, slot, part: 'main', points, marks };
}

function flowSeries(run: Run, slot: Slot, y: Axis): Series {
  const { layers, firstStep } = run.gradients;
  const latest = layers.length > 0 ? layers.map((statistics) => statistics.at(-1)) : firstStep;
  const points = (latest ?? []).map((statistics, layer) => ({
    x: layer,
    y: statistics?.norm ?? NaN,
    row: layer,
  }));
  return { label: run.identity.name, slot, part: 'main', points, marks: marksOf(points, y) };
}
