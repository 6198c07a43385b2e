import { datasetFacts } from '../../src/experiment/datasets/dataset-spec.ts';
import { message, percent, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { XAxis } from '../choices.ts';
import type { Slot } from '../run-slots.ts';
import { epochName, trainingOf, validationOf } from './names.ts';
import type { Axis, Level, Plot, Series } from './plot.ts';
import { marksOf } from './range.ts';
import { classesOf, divergence, trainingPoints, validationPoints } from './run-series.ts';
import { nowOn, xAxis } from './x-axis.ts';

const y: Axis = {
  title: message('accuracy'),
  scale: 'linear',
  min: 0,
  max: 1,
  format: 'wholePercent',
};

/** Share of images, or of pixels, classified rightly, of validation and training. */
export function accuracyPlot(
  runs: readonly Run[],
  slots: ReadonlyMap<string, Slot>,
  axis: XAxis,
): Plot {
  return {
    title: message('Accuracy'),
    unit: whatIsClassified(runs),
    notes: [],
    x: xAxis(runs, axis),
    y,
    series: runs.flatMap((run) => series(run, slots.get(run.identity.id) ?? 0, axis)),
    levels: chance(runs),
    now: nowOn(runs, axis),
    showsLatest: true,
    markers: 'last',
    rowName: epochName,
  };
}

function whatIsClassified(runs: readonly Run[]): Message {
  const tasks = new Set(runs.map(({ identity }) => datasetFacts(identity.spec.dataset).task));
  if (tasks.size > 1) return message('images or pixels classified correctly');
  return tasks.has('segmentation')
    ? message('pixels classified correctly')
    : message('images classified correctly');
}

function series(run: Run, slot: Slot, axis: XAxis): Series[] {
  const validation = validationPoints(run, axis, ({ accuracy }) => accuracy);
  const training = trainingPoints(run, axis, ({ accuracy }) => accuracy);
  const marks = [...marksOf(validation, y), ...divergence(run, axis)];
  return [
    { label: trainingOf(run), slot, part: 'training', points: training, marks: [] },
    { label: validationOf(run), slot, part: 'main', points: validation, marks },
  ];
}

function chance(runs: readonly Run[]): Level[] {
  const levels = new Set(runs.map((run) => 1 / classesOf(run)));
  return [...levels].map((share) => ({
    y: share,
    label: message('chance, {value}', { value: percent(share) }),
  }));
}
