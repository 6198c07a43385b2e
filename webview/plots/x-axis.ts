import { datasetFacts } from '../../src/experiment/datasets/dataset-spec.ts';
import { stepsPerEpoch } from '../../src/experiment/spec.ts';
import { message, type Message } from '../../src/l10n.ts';
import { epochsDone, secondsLeft } from '../../src/run/figures.ts';
import { isActive, type Run } from '../../src/run/run.ts';
import type { XAxis } from '../choices.ts';
import type { Axis } from './plot.ts';
import { roundUp } from './range.ts';

/** Where an instant of a run lies on the chosen axis. */
export function xOf(run: Run, axis: XAxis, step: number, wallTime: number): number {
  switch (axis) {
    case 'step':
      return step;
    case 'epoch':
      return step / stepsAnEpoch(run);
    case 'time':
      return wallTime - (run.startedAt ?? wallTime);
  }
}

/** Fixed to what is planned, so that curves do not move while they grow. */
export function xAxis(runs: readonly Run[], axis: XAxis): Axis {
  const ends = runs.map((run) => plannedEnd(run, axis));
  const end = Math.max(...ends, 0);
  const max = axis === 'time' && end > 0 ? roundUp(end) : end;
  const format = axis === 'time' ? 'seconds' : 'count';
  return { title: xTitle(axis), scale: 'linear', min: 0, max: max > 0 ? max : 1, format };
}

/** The last epoch that an active run has ended; undefined when none is active. */
export function nowOn(runs: readonly Run[], axis: XAxis): number | undefined {
  const reached = runs
    .filter((run) => isActive(run.state) && epochsDone(run) > 0)
    .map((run) => xOf(run, axis, run.epochs.step.at(-1) ?? 0, run.epochs.wallTime.at(-1) ?? 0));
  return reached.length > 0 ? Math.max(...reached) : undefined;
}

export function stepsAnEpoch(run: Run): number {
  const { spec } = run.identity;
  // Before own data is read nobody knows: one step stands for an epoch until then.
  const known = datasetFacts(spec.dataset).trainCount ?? spec.batchSize;
  return run.setting?.stepsPerEpoch ?? stepsPerEpoch(spec, known);
}

function plannedEnd(run: Run, axis: XAxis): number {
  const { epochs } = run.identity.spec;
  if (axis === 'epoch') return epochs;
  if (axis === 'step') return epochs * stepsAnEpoch(run);
  const elapsed = (run.lastEventAt ?? 0) - (run.startedAt ?? 0);
  return elapsed + (isActive(run.state) ? (secondsLeft(run) ?? 0) : 0);
}

function xTitle(axis: XAxis): Message {
  switch (axis) {
    case 'step':
      return message('step');
    case 'epoch':
      return message('epoch');
    case 'time':
      return message('seconds since the start');
  }
}
