import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { serve } from '../../training/worker.ts';

const port = parentPort;
if (!port) throw new Error('This file runs in a worker');

// tfjs talks to the console, which here is the log of the extension host.
console.warn = () => undefined;
console.log = () => undefined;

void serve({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => port.on('message', listener),
  gunzip: (bytes) => gunzipSync(bytes),
}).then(() => port.close());
