import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { runHelper } from '../../training/backend/helper.ts';
import { serve } from '../../training/worker.ts';
import { NodeFileSource } from './file-source.ts';
import { loadModule } from './load-module.ts';
import { helperOf, startHelper } from './helper-thread.ts';

const port = parentPort;
if (!port) throw new Error('This file runs in a worker');

// tfjs talks to the console, which here is the log of the extension host.
console.warn = () => undefined;
console.log = () => undefined;

// The same file serves as a helper of the worker that started it.
const helper = helperOf(workerData);
if (helper) runHelper(helper);

void serve({
  post: (message, transfer = []) => port.postMessage(message, transfer),
  onMessage: (listener) => port.on('message', listener),
  files: new NodeFileSource(process.cwd()),
  loadModule,
  gunzip: (bytes) => gunzipSync(bytes),
  startHelper: startHelper(__filename),
}).then(() => port.close());
