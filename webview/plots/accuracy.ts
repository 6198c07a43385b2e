import { datasetFacts } from '../../src/experiment/datasets/dataset-spec.ts';
import { message, percent, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { epochName } from './names.ts';
import type { Drawing } from './drawing.ts';
import { linesOf } from './lines.ts';
import { markNotes } from './mark-notes.ts';
import type { Level, Plot, YAxis } from './plot.ts';
import { classesOf, epochSeries } from './run-series.ts';
import { nowOn, xAxis } from './x-axis.ts';
import { yAxisFor } from './y-axis.ts';

const whole = {
  title: message('accuracy'),
  scale: 'linear',
  min: 0,
  max: 1,
  format: 'wholePercent',
} satisfies YAxis;

/** Share of images, or of pixels, classified rightly, of validation and training. */
export function accuracyPlot(drawing: Drawing): Plot {
  const { runs, x } = drawing;
  const series = linesOf(drawing).flatMap((line) =>
    epochSeries(drawing, line, ({ accuracy }) => accuracy),
  );
  const { fit } = yAxisFor(series, { ...whole, outliers: 'shown' }, () => false);
  return {
    key: 'accuracy',
    title: message('Accuracy'),
    unit: whatIsClassified(runs),
    notes: markNotes(series, whole),
    x: xAxis(runs, x),
    y: { ...whole, ...(fit && { fit }) },
    series,
    levels: chance(runs),
    now: nowOn(runs, x),
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

function chance(runs: readonly Run[]): Level[] {
  const levels = new Set(runs.map((run) => 1 / classesOf(run)));
  return [...levels].map((share) => ({
    y: share,
    label: message('chance, {value}', { value: percent(share) }),
  }));
}
