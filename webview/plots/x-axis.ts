import { datasetFacts } from '../../src/experiment/datasets/dataset-spec.ts';
import { stepsPerEpoch } from '../../src/experiment/spec.ts';
import { message, type Message } from '../../src/l10n.ts';
import { epochsDone, secondsLeft } from '../../src/run/figures.ts';
import { isActive, type Run } from '../../src/run/run.ts';
import type { XAxis as Chosen } from '../choices.ts';
import { column, read, type Column } from '../series/trace.ts';
import type { XAxis } from './plot.ts';
import { roundUp } from './range.ts';

/** When points were measured: optimizer steps, and seconds since 1970. */
export interface Instants {
  readonly step: ArrayLike<number>;
  readonly wallTime: ArrayLike<number>;
}

/** Where instants of a run lie on the chosen axis. */
export function xsOf(run: Run, axis: Chosen, { step, wallTime }: Instants): Column {
  switch (axis) {
    case 'step':
      return column(step);
    case 'epoch':
      return column(step, 0, 1 / stepsAnEpoch(run));
    case 'time':
      return column(wallTime, run.startedAt ?? wallTime[0] ?? 0);
    case 'clock':
      return column(wallTime);
  }
}

export function xOf(run: Run, axis: Chosen, step: number, wallTime: number): number {
  return read(xsOf(run, axis, { step: [step], wallTime: [wallTime] }), 0);
}

/** Fixed to what is planned, so that curves do not move while they grow. */
export function xAxis(runs: readonly Run[], axis: Chosen): XAxis {
  const min = axis === 'clock' ? beginning(runs) : 0;
  const end = runs.reduce((most, run) => Math.max(most, plannedEnd(run, axis)), min);
  const max = axis === 'time' && end > 0 ? roundUp(end) : end;
  return {
    title: xTitle(axis),
    link: axis,
    min,
    max: max > min ? max : min + 1,
    format: axis === 'time' ? 'seconds' : axis === 'clock' ? 'clock' : 'count',
  };
}

/** The last epoch that an active run has ended; undefined when none is active. */
export function nowOn(runs: readonly Run[], axis: Chosen): number | undefined {
  const reached = runs
    .filter((run) => isActive(run.state) && epochsDone(run) > 0)
    .map((run) => xOf(run, axis, run.epochs.step.at(-1) ?? 0, run.epochs.wallTime.at(-1) ?? 0));
  return reached.length > 0 ? Math.max(...reached) : undefined;
}

/** How far the runs have come, active or not: where following looks. */
export function reachedOn(runs: readonly Run[], axis: Chosen): number {
  return runs.reduce(
    (most, run) => Math.max(most, xOf(run, axis, run.step, run.lastEventAt ?? 0)),
    0,
  );
}

export function stepsAnEpoch(run: Run): number {
  const { spec } = run.identity;
  // Before own data is read nobody knows: one step stands for an epoch until then.
  const known = datasetFacts(spec.dataset).trainCount ?? spec.batchSize;
  return run.setting?.stepsPerEpoch ?? stepsPerEpoch(spec, known);
}

function plannedEnd(run: Run, axis: Chosen): number {
  const { epochs } = run.identity.spec;
  if (axis === 'epoch') return epochs;
  if (axis === 'step') return epochs * stepsAnEpoch(run);
  const left = isActive(run.state) ? (secondsLeft(run) ?? 0) : 0;
  const end = (run.lastEventAt ?? 0) + left;
  return axis === 'clock' ? end : end - (run.startedAt ?? end);
}

function beginning(runs: readonly Run[]): number {
  const starts = runs.flatMap(({ startedAt }) => startedAt ?? []);
  return starts.length > 0 ? starts.reduce((a, b) => Math.min(a, b)) : 0;
}

function xTitle(axis: Chosen): Message {
  switch (axis) {
    case 'step':
      return message('step');
    case 'epoch':
      return message('epoch');
    case 'time':
      return message('seconds since the start');
    case 'clock':
      return message('time of day');
  }
}
