import type { TrainingWorker } from '../../platform/platform.ts';
import type { Run } from '../../run/run.ts';
import type { Place } from '../job.ts';
import type { BackendSetting } from './backend-setting.ts';
import { canMove } from './measured-backends.ts';

/** Where workers can be started. */
export interface Workshops {
  /** Beside the extension host, on the processor. */
  startWorker(): TrainingWorker;
  /** Where the graphics card is; undefined if that is nowhere now. */
  startOnCard(): TrainingWorker | undefined;
}

/** Where a run is to be trained: as the setting says, or where trainings like it were found to be faster. */
export function placeOf(
  run: Run,
  setting: BackendSetting,
  faster: 'wasm' | 'webgl' | undefined,
  workshops: Workshops,
): Place {
  const wanted = setting === 'auto' ? (faster ?? 'wasm') : setting;
  const worker = wanted === 'webgl' && canMove(run) ? workshops.startOnCard() : undefined;
  if (worker) return { worker, backend: 'webgl' };
  return { worker: workshops.startWorker(), backend: wanted === 'cpu' ? 'cpu' : 'wasm' };
}
