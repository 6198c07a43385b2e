import { isRuler, losses, type RulerName } from '../../src/experiment/losses/catalogue.ts';
import {
  fromDefaultReduction,
  isPlain,
  lossSpec,
  type LossSpec,
} from '../../src/experiment/losses/loss-spec.ts';
import { lossLabel, reductionLabel } from '../../src/experiment/names.ts';
import { message, type Message } from '../../src/l10n.ts';
import type { MeasureSeries, Run } from '../../src/run/run.ts';
import type { XAxis } from '../choices.ts';
import type { Trace } from '../series/trace.ts';
import { batchTrace, classesOf } from './run-series.ts';

/** What a plot of losses shows: a ruler on every run, or a loss on the runs that train on just it. */
export type ShownLoss =
  | { readonly kind: 'ruler'; readonly name: RulerName }
  | { readonly kind: 'own'; readonly spec: LossSpec };

/** Whether a run that trains on this loss goes down a ruler, but for the reduction over the classes. */
export function isRulerItself(spec: LossSpec): boolean {
  return isRuler(spec.name) && isPlain(spec) && spec.batch === 'mean';
}

export function keyOf(shown: ShownLoss): string {
  return shown.kind === 'ruler' ? shown.name : JSON.stringify(shown.spec);
}

/** The loss as it is drawn. */
export function specOf(shown: ShownLoss): LossSpec {
  return shown.kind === 'ruler' ? lossSpec(shown.name) : shown.spec;
}

/** The runs on which the loss is known. */
export function runsWith(shown: ShownLoss, runs: readonly Run[]): readonly Run[] {
  if (shown.kind === 'ruler') return runs;
  const key = keyOf(shown);
  return runs.filter(({ identity }) => JSON.stringify(identity.spec.loss) === key);
}

/** Where a run's measures hold it. */
export function seriesOf(shown: ShownLoss): (measures: MeasureSeries) => readonly number[] {
  return shown.kind === 'ruler'
    ? ({ losses: measured }) => measured[shown.name]
    : ({ objective }) => objective;
}

/** Batch by batch, where the run trains on it. */
export function batchesOf(shown: ShownLoss, run: Run, axis: XAxis): Trace | undefined {
  if (shown.kind === 'own') return batchTrace(run, axis);
  const { loss } = run.identity.spec;
  if (loss.name !== shown.name || !isRulerItself(loss)) return undefined;
  return batchTrace(run, axis, fromDefaultReduction(loss, classesOf(run)));
}

/** "Cross-entropy of both models" */
export function titleOf(shown: ShownLoss, runs: number): Message {
  const loss = lossLabel(specOf(shown));
  if (shown.kind === 'own' || runs === 1) return message('{loss}', { loss });
  return runs === 2
    ? message('{loss} of both models', { loss })
    : message('{loss} of all models', { loss });
}

/** "squared probability, mean over classes" */
export function unitOf(shown: ShownLoss): Message {
  const { name, reduction, module } = specOf(shown);
  const { unit } = losses[name];
  if (module !== null) return unit;
  return message('{unit}, {reduction} over classes', {
    unit,
    reduction: reductionLabel(reduction),
  });
}
