import type { LayerStatistics } from './event.ts';
import { indexOfStep } from './find-step.ts';
import type { Run } from './run.ts';

/** What a run measured on the batch of one step. */
export interface BatchFigures {
  readonly loss: number;
  readonly accuracy: number;
}

/** Undefined where the run has no such step. */
export function batchAt({ batches }: Run, step: number): BatchFigures | undefined {
  const index = indexOfStep(batches.step, step);
  const [loss, accuracy] = [batches.loss[index], batches.accuracy[index]];
  if (loss === undefined || accuracy === undefined) return undefined;
  return { loss, accuracy };
}

/** The epoch that a step belongs to, from 1 on; undefined before the run has started. */
export function epochOfStep({ setting }: Run, step: number): number | undefined {
  return setting && Math.ceil(step / setting.stepsPerEpoch);
}

/** The gradients of every layer over an epoch; undefined until it has ended. */
export function gradientsOfEpoch({ gradients }: Run, epoch: number): LayerStatistics[] | undefined {
  const index = gradients.epoch.indexOf(epoch);
  if (index < 0) return undefined;
  return gradients.layers.flatMap((layer) => layer[index] ?? []);
}
