import { Worker } from 'node:worker_threads';
import type { HelperSetup, StartHelper } from '../../training/backend/team.ts';

/** Starts helpers as worker threads of a file that asks `helperOf` what it is. */
export function startHelper(file: string): StartHelper {
  return (setup) => {
    const worker = new Worker(file, { workerData: { helper: setup } satisfies WorkerData });
    // A helper that is gone is missed by nobody: whoever hands out the work does all of it.
    worker.on('error', () => undefined);
    worker.unref();
    return () => void worker.terminate();
  };
}

interface WorkerData {
  readonly helper: HelperSetup;
}

/** What a thread is to help with, if it is a helper. */
export function helperOf(workerData: unknown): HelperSetup | undefined {
  return isWorkerData(workerData) ? workerData.helper : undefined;
}

function isWorkerData(data: unknown): data is WorkerData {
  return typeof data === 'object' && data !== null && 'helper' in data;
}
