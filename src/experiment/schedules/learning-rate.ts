import { schedules, type OwnSettings, type ScheduleName, type ScheduleSpec } from './catalogue.ts';
import type { Progress, Schedule } from './schedule.ts';

const byName: { readonly [name in ScheduleName]: Schedule<OwnSettings[name]> } = schedules;

/**
 * The learning rate of step 1, 2 … Over the n steps of the warm-up it rises from 1/n of what the
 * schedule says to the whole, in equal parts (Goyal et al. 2017, arXiv 1706.02677, 2.2).
 */
export function learningRateAt(
  { learningRate, schedule }: { readonly learningRate: number; readonly schedule: ScheduleSpec },
  step: number,
  stepsPerEpoch: number,
  epochs: number,
): number {
  const warmUp = warmUpSteps(schedule, stepsPerEpoch);
  const rise = step < warmUp ? step / warmUp : 1;
  const after = Math.max(1, epochs * stepsPerEpoch - warmUp);
  const progress = {
    epochs: Math.floor((step - 1) / stepsPerEpoch),
    part: Math.max(0, step - 1 - warmUp) / after,
  };
  return learningRate * rise * factorOf(schedule, progress);
}

/** A warm-up may end within an epoch. */
function warmUpSteps({ warmUp }: ScheduleSpec, stepsPerEpoch: number): number {
  return Math.round(warmUp * stepsPerEpoch);
}

function factorOf<Name extends ScheduleName>(
  schedule: ScheduleSpec<Name>,
  progress: Progress,
): number {
  return byName[schedule.name].factor(progress, schedule);
}
