import path from 'node:path';
import { startBrowserWorkers } from '../../vscode/browser-worker.mjs';
import { writeBinaries } from './binaries.ts';
import type { Cases } from './worker.ts';

/** A Web Worker in a Chromium, with the trainer and the cases of worker.ts in it. */
export interface WebglWorker {
  /** Runs a case there; each file of tests has one worker. */
  call<Name extends keyof Cases>(
    name: Name,
    ...args: Parameters<Cases[Name]>
  ): ReturnType<Cases[Name]>;
  close(): Promise<void>;
}

const out = path.resolve('out/webgl-tests');

export async function startWebglWorker(): Promise<WebglWorker> {
  await writeBinaries(out);
  const workers = await startBrowserWorkers(out, { worker: 'test/page/webgl/worker.ts' });
  return {
    call: <Name extends keyof Cases>(name: Name, ...args: Parameters<Cases[Name]>) =>
      workers.call('worker', { name, args }) as ReturnType<Cases[Name]>,
    close: () => workers.close(),
  };
}
