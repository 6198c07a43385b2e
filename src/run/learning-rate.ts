import { learningRateAt } from '../experiment/schedules/learning-rate.ts';
import type { Run } from './run.ts';

/**
 * The learning rate of one step of a run, by the schedule that was followed then: of the steps before a
 * continuation, by that of the run that is continued, which may have been to last for fewer epochs.
 * Undefined where that run is gone, and before a run has started.
 * @param find a run by its id
 */
export function learningRateOf(
  { identity, setting }: Run,
  step: number,
  find: (id: string) => Run | undefined,
): number | undefined {
  if (!setting) return undefined;
  const { spec, continues } = identity;
  if (continues && step <= continues.epoch * setting.stepsPerEpoch) {
    const earlier = find(continues.id);
    return earlier && learningRateOf(earlier, step, find);
  }
  return learningRateAt(spec.optimizer, step, setting.stepsPerEpoch, spec.epochs);
}
