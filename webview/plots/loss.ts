import { chanceLevel } from '../../src/insight/chance.ts';
import { loss as lossFigure, message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { XAxis, YScale } from '../choices.ts';
import type { Slot } from '../run-slots.ts';
import { clippedNotes, reductionNotes } from './loss-notes.ts';
import { epochName, trainingOf, validationOf } from './names.ts';
import type { Axis, Level, Plot, PlotPoint, Series } from './plot.ts';
import { linearRange, logRange, marksOf } from './range.ts';
import { classesOf, divergence, trainingPoints, validationPoints } from './run-series.ts';
import {
  batchesOf,
  runsWith,
  seriesOf,
  specOf,
  titleOf,
  unitOf,
  type ShownLoss,
} from './shown-loss.ts';
import { nowOn, xAxis } from './x-axis.ts';

interface Curves {
  readonly run: Run;
  readonly slot: Slot;
  readonly validation: readonly PlotPoint[];
  readonly training: readonly PlotPoint[];
  /** Of runs that train on this very loss. */
  readonly batches: readonly PlotPoint[];
}

/** A ruler measured on the model of every run, whatever that trains on; or a loss where it is trained on. */
export function lossPlot(
  shown: ShownLoss,
  all: readonly Run[],
  slots: ReadonlyMap<string, Slot>,
  axis: XAxis,
  scale: YScale,
): Plot {
  const runs = runsWith(shown, all);
  const curves = runs.map((run) => read(run, slots.get(run.identity.id) ?? 0, shown, axis));
  const levels = chance(shown, runs);
  const y = yAxis(curves, levels, scale);
  return {
    title: titleOf(shown, runs.length),
    unit: unitOf(shown),
    notes: [
      ...(shown.kind === 'ruler' ? reductionNotes(shown.name, runs) : []),
      ...clippedNotes(
        curves.flatMap((of) => [...linesOf(of), ...of.batches]),
        y,
      ),
    ],
    x: xAxis(runs, axis),
    y,
    series: curves.flatMap((of) => series(of, y, axis)),
    levels,
    now: nowOn(runs, axis),
    showsLatest: true,
    markers: 'last',
    rowName: epochName,
  };
}

function read(run: Run, slot: Slot, shown: ShownLoss, axis: XAxis): Curves {
  const values = seriesOf(shown);
  return {
    run,
    slot,
    validation: validationPoints(run, axis, values),
    training: trainingPoints(run, axis, values),
    batches: batchesOf(shown, run, axis),
  };
}

/** Made for the lines of runs that stayed finite; what flies off from the others gets marks. */
function yAxis(curves: readonly Curves[], levels: readonly Level[], scale: YScale): Axis {
  const lines = curves.flatMap((of) =>
    of.run.state === 'diverged' ? ys(firstOf(of)) : ys(linesOf(of)),
  );
  const values = [...lines, ...levels.map((level) => level.y)];
  const others = curves.flatMap((of) => [...ys(linesOf(of)), ...ys(of.batches)]);
  const range = scale === 'log' ? logRange([...values, ...others]) : linearRange(values, others);
  return { title: message('loss'), scale, format: 'loss', ...range };
}

const ys = (points: readonly PlotPoint[]): number[] => points.map(({ y }) => y);
const linesOf = (of: Curves): PlotPoint[] => [...of.validation, ...of.training];
const firstOf = (of: Curves): PlotPoint[] => of.validation.slice(0, 1);

function series({ run, slot, ...points }: Curves, y: Axis, axis: XAxis): Series[] {
  const { validation, training, batches } = points;
  const marks = [...marksOf(validation, y), ...divergence(run, axis)];
  return [
    { label: batchesLabel(run), slot, part: 'batch', points: batches, marks: marksOf(batches, y) },
    {
      label: trainingOf(run),
      slot,
      part: 'training',
      points: training,
      marks: marksOf(training, y),
    },
    { label: validationOf(run), slot, part: 'main', points: validation, marks },
  ];
}

const batchesLabel = (run: Run): Message => message('{run}, batches', { run: run.identity.name });

function chance(shown: ShownLoss, runs: readonly Run[]): Level[] {
  const values = new Set(runs.map((run) => chanceLevel(specOf(shown), classesOf(run))));
  return [...values].flatMap((y) =>
    y === undefined ? [] : [{ y, label: message('chance, {value}', { value: lossFigure(y) }) }],
  );
}
