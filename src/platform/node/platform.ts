import { availableParallelism, homedir } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FromWorker } from '../../protocol.ts';
import type { Platform, TrainingWorker } from '../platform.ts';
import { NodeFileSource } from './file-source.ts';
import { NodeRunFiles } from './run-files.ts';

/** The Node extension host and the terminal: worker threads and plain files. */
export function nodePlatform(workerFile: string): Platform {
  return {
    cores: availableParallelism(),
    home: homedir(),
    startWorker: () => startWorker(workerFile),
    files: new NodeFileSource(process.cwd()),
    runFiles: (folder) => new NodeRunFiles(folder),
    reaches: (scheme) => scheme === 'file',
  };
}

function startWorker(file: string): TrainingWorker {
  const worker = new Worker(file);
  let failure: string | undefined;
  worker.on('error', (error) => (failure = error.message));
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', (message: FromWorker) => listener(message)),
    onExit: (listener) =>
      worker.on('exit', (code) =>
        listener(failure ?? (code === 0 ? undefined : `exit code ${code}`)),
      ),
    terminate: async () => {
      await worker.terminate();
    },
  };
}
