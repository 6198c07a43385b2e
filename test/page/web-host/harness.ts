import path from 'node:path';
import { decodeJson } from '../../../src/run/json.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { openBarePage } from '../../vscode/bare-chromium.mjs';
import { askWorker, serveWorkers } from '../../vscode/browser-worker.mjs';
import { softwareWebgl } from '../../vscode/chromium.mjs';
import { writeBinaries } from '../webgl/binaries.ts';
import type { Order, Trained } from './host.ts';

/** A Chromium with a host in a worker, as the extension is in a browser, and the worker that trains. */
export interface WebHost {
  train(order: Order): Promise<{ events: RunEvent[] } & Omit<Trained, 'events'>>;
  /** Does to the page, workers included, what a browser does that hid it for long; once a step was told. */
  freezeAt(step: number, milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function startWebHost(): Promise<WebHost> {
  const out = path.resolve('out/web-host-tests');
  await writeBinaries(out);
  const { url, close } = await serveWorkers(out, {
    host: 'test/page/web-host/host.ts',
    training: 'src/platform/web/worker-entry.ts',
  });
  const page = await openBarePage(url, softwareWebgl);
  return {
    train: async (message) => {
      const reply = await page.evaluate(askWorker, { script: 'host', message });
      if ('error' in reply) throw new Error(reply.error);
      const trained = reply.value as Trained;
      return { ...trained, events: decodeJson(trained.events) as RunEvent[] };
    },
    freezeAt: async (step, milliseconds) => {
      await page.evaluate(isTold, step);
      await page.setState('frozen');
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await page.setState('active');
    },
    close: async () => {
      await page.close();
      close();
    },
  };
}

/** In the page: resolves once a training has come to a step. */
function isTold(step: number): Promise<void> {
  return new Promise((resolve) => {
    new BroadcastChannel('steps').onmessage = ({ data }: MessageEvent<number>) =>
      data >= step && resolve();
  });
}
