import { createWebglBackend } from '../../training/backend/webgl.ts';
import { serve } from '../../training/worker.ts';
import { AskedFiles } from './asked-files.ts';
import { moduleLoader } from './load-module.ts';
import type { FromWebWorker, ToWebWorker } from '../worker-messages.ts';

declare const self: DedicatedWorkerGlobalScope;

const post = (message: FromWebWorker, transfer: readonly ArrayBuffer[] = []): void =>
  self.postMessage(message, [...transfer]);
const files = new AskedFiles((id, question) => post({ type: 'ask', id, question }));

// tfjs talks to the console.
console.warn = () => undefined;
console.log = () => undefined;

// No helper threads: without cross-origin isolation there is no memory to share.
void serve({
  post: (message, transfer) => post({ type: 'training', message }, transfer),
  onMessage: (listener) =>
    self.addEventListener('message', (event: MessageEvent<ToWebWorker>) => {
      const { data } = event;
      if (data.type === 'training') listener(data.message);
      else files.receive(data.id, data.answer);
    }),
  files,
  loadModule: moduleLoader(files),
  webgl: createWebglBackend,
}).then(() => post({ type: 'ended' }));
