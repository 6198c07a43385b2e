import { datasetFacts } from '../../src/experiment/datasets/dataset-spec.ts';
import { count, message, type Message } from '../../src/l10n.ts';
import type { MeasureSeries, Run } from '../../src/run/run.ts';
import type { XAxis } from '../choices.ts';
import { decimate } from './decimate.ts';
import type { Mark, PlotPoint } from './plot.ts';
import { xOf } from './x-axis.ts';

/** As many stretches as a wide plot has pixels. */
const buckets = 800;

/** A measure of the validation set after each epoch, epoch 0 included. */
export function validationPoints(
  run: Run,
  axis: XAxis,
  read: (measures: MeasureSeries) => readonly number[],
): PlotPoint[] {
  return epochPoints(run, axis, read(run.epochs.validation));
}

/** Means over each epoch's batches; epoch 0, the model as initialised, has none. */
export function trainingPoints(
  run: Run,
  axis: XAxis,
  read: (measures: MeasureSeries) => readonly number[],
): PlotPoint[] {
  return epochPoints(run, axis, read(run.epochs.train)).filter(({ row }) => row !== 0);
}

function epochPoints(run: Run, axis: XAxis, values: readonly number[]): PlotPoint[] {
  const { epochs } = run;
  return epochs.epoch.map((epoch, index) => ({
    x: xOf(run, axis, epochs.step[index] ?? 0, epochs.wallTime[index] ?? 0),
    y: values[index] ?? NaN,
    row: epoch,
  }));
}

/** The run's own loss batch by batch, divided by `factor`. */
export function batchPoints(run: Run, axis: XAxis, factor = 1): PlotPoint[] {
  const { step, wallTime, loss } = run.batches;
  const xs = step.map((at, index) => xOf(run, axis, at, wallTime[index] ?? 0));
  return decimate(xs, loss, buckets).map((index) => ({
    x: xs[index] ?? 0,
    y: (loss[index] ?? NaN) / factor,
  }));
}

export function classesOf(run: Run): number {
  return run.setting?.classes ?? datasetFacts(run.identity.spec.dataset).classes ?? NaN;
}

/** Where a run stopped being finite: marked in every plot, also where nothing was measured. */
export function divergence(run: Run, axis: XAxis): Mark[] {
  if (run.state !== 'diverged') return [];
  const label: Message = message('diverged at step {step}', { step: count(run.step) });
  const x = xOf(run, axis, run.step, run.lastEventAt ?? 0);
  return [{ x, kind: 'invalid', value: NaN, label }];
}
