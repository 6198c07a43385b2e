import { losses, rulerNames } from '../../../src/experiment/losses/catalogue.ts';
import { metrics } from '../../../src/experiment/metrics/catalogue.ts';
import { message, type Figure, type FigureFormat, type Message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { xAxes } from '../../choices.ts';
import { isShare, measuredMetrics } from '../../plots/metrics.ts';
import type { Cursor } from '../../plots/rows.ts';
import { xsOf } from '../../plots/x-axis.ts';
import { column, nearest } from '../../series/trace.ts';

/** What the values of the list are: a figure of the validation set after each epoch. */
export interface Measure {
  readonly id: string;
  readonly label: Message;
  readonly better: 'higher' | 'lower';
  readonly format: FigureFormat;
  readonly of: (run: Run) => readonly number[];
  /** The epochs of the values, as many. */
  readonly epochs: (run: Run) => readonly number[];
}

const ofEpochs = (run: Run): readonly number[] => run.epochs.epoch;

const accuracy: Measure = {
  id: 'accuracy',
  label: message('accuracy'),
  better: 'higher',
  format: 'percent',
  of: (run) => run.epochs.validation.accuracy,
  epochs: ofEpochs,
};

const ownLoss: Measure = {
  id: 'own-loss',
  label: message('own loss'),
  better: 'lower',
  format: 'loss',
  of: (run) => run.epochs.validation.objective,
  epochs: ofEpochs,
};

const ofRulers = rulerNames.map((name): Measure => ({
  id: name,
  label: losses[name].label,
  better: 'lower',
  format: 'loss',
  of: (run) => run.epochs.validation.losses[name],
  epochs: ofEpochs,
}));

/** Accuracy, the own loss, the rulers, and the metrics that any of the runs has measured. */
export function measuresOf(runs: readonly Run[]): readonly [Measure, ...Measure[]] {
  const ofMetrics = measuredMetrics(runs).map((name): Measure => ({
    id: name,
    label: metrics[name].label,
    better: metrics[name].better,
    format: isShare(name) ? 'percent' : 'loss',
    of: ({ evaluations }) => evaluations.metrics[name],
    epochs: ({ evaluations }) => evaluations.epoch,
  }));
  return [accuracy, ownLoss, ...ofRulers, ...ofMetrics];
}

/** Of the last epoch; NaN where it has diverged, undefined where nothing was measured. */
export function lastOf(measure: Measure, run: Run): number | undefined {
  return measure.of(run).at(-1);
}

export interface Best {
  readonly value: number;
  readonly epoch: number;
}

/** The best epoch, the first of equals; undefined where no value is finite. */
export function bestOf(measure: Measure, run: Run): Best | undefined {
  const epochs = measure.epochs(run);
  let best: Best | undefined;
  for (const [index, value] of measure.of(run).entries()) {
    if (!Number.isFinite(value)) continue;
    const isBetter =
      best === undefined || (measure.better === 'higher' ? value > best.value : value < best.value);
    if (isBetter) best = { value, epoch: epochs[index] ?? NaN };
  }
  return best;
}

/** What a run had measured where the cursor is: at the epoch nearest to it. */
export function valueAt(measure: Measure, run: Run, { link, x }: Cursor): Figure | undefined {
  const axis = xAxes.find((name) => name === link);
  if (axis === undefined) return undefined;
  const { epochs } = run;
  const trace = { xs: xsOf(run, axis, epochs), ys: column([]), begin: 0, end: epochs.epoch.length };
  const epoch = epochs.epoch[nearest(trace, x) ?? -1] ?? NaN;
  const value = measure.of(run)[measure.epochs(run).indexOf(epoch)];
  return value === undefined ? undefined : { value, format: measure.format };
}
