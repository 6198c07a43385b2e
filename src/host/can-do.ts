import type { RunAction } from '../protocol.ts';
import { isActive, type Run } from '../run/run.ts';

/** Whether a run is in a state in which the action has an effect. */
export function canDo(action: RunAction, { state }: Run): boolean {
  if (action === 'pause') return state === 'running';
  if (action === 'resume' || action === 'step') return state === 'paused';
  return isActive(state);
}
