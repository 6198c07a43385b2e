import type { FileSource } from '../../../src/experiment/datasets/own/file-source.ts';
import { parseSpec } from '../../../src/experiment/parse-spec.ts';
import type { WasmBinaries } from '../../../src/protocol.ts';
import { BlobWorker } from '../../../src/platform/web/blob-worker.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { encodeJson } from '../../../src/run/json.ts';

/* In a worker, as the web extension host is: trains in a worker within it, as the extension does. */

export interface Order {
  /** For the schema of specs. */
  readonly spec: Readonly<Record<string, unknown>>;
  readonly backend: 'webgl' | 'wasm';
  /** What a person wrote, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Trained {
  /** The events as JSON, with what no JSON has. */
  readonly events: string;
  /** The longest time without a message after the first, in milliseconds. */
  readonly longestSilence: number;
  /** Why the worker ended; null where it said so itself. */
  readonly ended: string | null;
}

async function train({ spec, backend, files = {} }: Order): Promise<Trained> {
  const parsed = parseSpec(spec);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const worker = new BlobWorker(script(), inMemory(files));
  const events: RunEvent[] = [];
  let [last, longestSilence] = [Infinity, 0];
  const ended = new Promise<string | undefined>((resolve) => worker.onExit(resolve));
  worker.onMessage((message) => {
    longestSilence = Math.max(longestSilence, performance.now() - last);
    last = performance.now();
    if (message.type === 'crashed') throw new Error(message.error);
    if (message.type !== 'events') return;
    events.push(...message.events);
    new BroadcastChannel('steps').postMessage(events.at(-1)?.step);
  });
  const wasm = await binaries();
  worker.post({ type: 'train', spec: parsed.spec, data: null, wasm, backend, threads: 1 });
  return { ended: (await ended) ?? null, events: encodeJson(events), longestSilence };
}

async function bytes(name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`/${name}`)).arrayBuffer());
}

async function script(): Promise<string> {
  return URL.createObjectURL(new Blob([await bytes('training.js')], { type: 'text/javascript' }));
}

async function binaries(): Promise<WasmBinaries> {
  return { tfjs: await bytes('tfjs.wasm'), kernels: await bytes('kernels.wasm') };
}

function inMemory(files: Readonly<Record<string, string>>): FileSource {
  const read = (path: string): Promise<Uint8Array> =>
    Promise.resolve(new TextEncoder().encode(files[path]));
  return { read, size: async (path) => (await read(path)).length, list: () => Promise.resolve([]) };
}

addEventListener('message', ({ data }: MessageEvent<Order>) => {
  train(data).then(
    (value) => postMessage({ value }),
    (error: unknown) => postMessage({ error: String(error) }),
  );
});
