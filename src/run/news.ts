import type { RunEvent } from './event.ts';
import type { Run } from './run.ts';

/**
 * The event of a training that began anew at a checkpoint, as the run it goes on in takes it; undefined
 * for what the run was told before its first worker was gone. Steps that are trained again give a point
 * no second time, and none goes back.
 */
export function newsFor(run: Run, event: RunEvent): RunEvent | undefined {
  if (!isNews(run, event)) return undefined;
  return event.step < run.step ? { ...event, step: run.step } : event;
}

function isNews(
  { setting, batches, gradients, epochs, evaluations }: Run,
  event: RunEvent,
): boolean {
  switch (event.type) {
    case 'started':
      return setting === undefined;
    case 'batch':
      return event.step > (batches.step.at(-1) ?? 0);
    case 'gradients':
      return event.window === 'first-step'
        ? gradients.firstStep === undefined
        : event.epoch > (gradients.epoch.at(-1) ?? 0);
    case 'epoch':
      return event.epoch > (epochs.epoch.at(-1) ?? -1);
    case 'evaluation':
      return event.epoch > (evaluations.epoch.at(-1) ?? -1);
    case 'moved':
    case 'paused':
    case 'resumed':
    case 'finished':
      return true;
  }
}
