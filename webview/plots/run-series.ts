import { datasetFacts } from '../../src/experiment/datasets/dataset-spec.ts';
import { count, message, type MessageArg } from '../../src/l10n.ts';
import type { MeasureSeries, Run } from '../../src/run/run.ts';
import type { XAxis } from '../choices.ts';
import { column, pointsOf, traceOf, type Trace } from '../series/trace.ts';
import type { Drawing } from './drawing.ts';
import { meanOf, trainingOf, validationOf, type Line } from './lines.ts';
import type { LabelledMark, Series, SeriesPart } from './plot.ts';
import { xOf, xsOf } from './x-axis.ts';

type Reader = (measures: MeasureSeries) => readonly number[];

/** A measure of the validation set after each epoch, epoch 0 included. */
export function validationTrace(run: Run, axis: XAxis, read: Reader): Trace {
  return epochTrace(run, axis, read(run.epochs.validation), 0);
}

/** Means over each epoch's batches; epoch 0, the model as initialised, has none. */
export function trainingTrace(run: Run, axis: XAxis, read: Reader): Trace {
  return epochTrace(run, axis, read(run.epochs.train), run.epochs.epoch[0] === 0 ? 1 : 0);
}

function epochTrace(run: Run, axis: XAxis, values: readonly number[], begin: number): Trace {
  const { epochs } = run;
  const end = epochs.epoch.length;
  return { xs: xsOf(run, axis, epochs), ys: column(values), begin, end, rows: epochs.epoch };
}

/** The run's own loss batch by batch, divided by `factor`. */
export function batchTrace(run: Run, axis: XAxis, factor = 1): Trace {
  const { batches } = run;
  const ys = column(batches.loss, 0, 1 / factor);
  return { xs: xsOf(run, axis, batches), ys, begin: 0, end: batches.step.length };
}

/** The training and the validation line of a measure, for a run or the mean of a group. */
export function epochSeries(drawing: Drawing, line: Line, read: Reader): Series[] {
  const training = (run: Run): Trace => trainingTrace(run, drawing.x, read);
  const validation = (run: Run): Trace => validationTrace(run, drawing.x, read);
  return [
    lineSeries(drawing, line, 'training', training),
    lineSeries(drawing, line, 'main', validation),
  ];
}

/** One line a point of which is an epoch; smoothed, where that is chosen, by the steps between. */
export function lineSeries(
  drawing: Drawing,
  line: Line,
  part: Exclude<SeriesPart, 'batch'>,
  trace: (run: Run) => Trace,
  label: MessageArg = part === 'main' ? validationOf(line.name) : trainingOf(line.name),
): Series {
  const { slot, runs } = line;
  const marks = part === 'main' ? runs.flatMap((run) => divergence(run, drawing.x)) : [];
  const [run, ...others] = runs;
  const common = { label, slot, part, marks };
  if (others.length > 0) {
    const { mean, band } = meanOf(
      runs.map((of) => pointsOf(trace(of))),
      drawing.seeds,
    );
    return { ...common, trace: traceOf(mean), band };
  }
  const own = { runId: run.identity.id, steps: run.epochs.step };
  const raw = drawing.index.indexed(trace(run));
  if (drawing.smoothing === 0) return { ...common, ...own, trace: raw };
  const smoothed = drawing.index.smoothed(raw, run.epochs.step, drawing.smoothing);
  return { ...common, ...own, trace: raw, smoothed };
}

/** Every batch of every run of a line, faint. */
export function batchSeries(
  drawing: Drawing,
  { runs, slot }: Line,
  trace: (run: Run) => Trace | undefined,
): Series[] {
  return runs.flatMap((run): Series[] => {
    const found = trace(run);
    if (found === undefined) return [];
    const raw = drawing.index.indexed(found);
    const { name, id } = run.identity;
    const label = message('{run}, batches', { run: name });
    const own = { label, slot, part: 'batch', trace: raw, marks: [], runId: id } as const;
    const steps = run.batches.step;
    if (drawing.smoothing === 0) return [{ ...own, steps }];
    return [{ ...own, steps, smoothed: drawing.index.smoothed(raw, steps, drawing.smoothing) }];
  });
}

export function classesOf(run: Run): number {
  return run.setting?.classes ?? datasetFacts(run.identity.spec.dataset).classes ?? NaN;
}

/** Where a run stopped being finite: marked in every plot, also where nothing was measured. */
export function divergence(run: Run, axis: XAxis): LabelledMark[] {
  if (run.state !== 'diverged') return [];
  const label = message('diverged at step {step}', { step: count(run.step) });
  return [{ x: xOf(run, axis, run.step, run.lastEventAt ?? 0), label }];
}
