import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { buildKernels } from '../../../kernels/build.mjs';
import { launchChromium, softwareWebgl } from '../../vscode/chromium.mjs';
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
  await Promise.all([buildKernels(path.join(out, 'kernels.wasm')), buildWorker()]);
  const { url, close } = await serve();
  const browser = await launchChromium(softwareWebgl);
  const page = await browser.newPage();
  await page.goto(url);
  return {
    call: <Name extends keyof Cases>(name: Name, ...args: Parameters<Cases[Name]>) => {
      const reply = page.evaluate(askWorker, { name, args }).then(valueOf);
      return reply as ReturnType<Cases[Name]>;
    },
    close: async () => {
      await browser.close();
      close();
    },
  };
}

type Reply = { readonly value: unknown } | { readonly error: string };

function valueOf(reply: Reply): unknown {
  if ('error' in reply) throw new Error(reply.error);
  return reply.value;
}

/** In the page. */
function askWorker(call: { name: string; args: unknown[] }): Promise<Reply> {
  const page = globalThis as typeof globalThis & { worker?: Worker };
  const worker = (page.worker ??= new Worker('/worker.js'));
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Reply>) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: message });
    worker.postMessage(call);
  });
}

async function buildWorker(): Promise<void> {
  await build({
    entryPoints: { worker: 'test/page/webgl/worker.ts' },
    outdir: out,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
}

async function serve(): Promise<{ url: string; close: () => void }> {
  const tfjs = path.dirname(
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'),
  );
  const files: Readonly<Record<string, [type: string, file: string]>> = {
    '/worker.js': ['text/javascript', path.join(out, 'worker.js')],
    '/kernels.wasm': ['application/wasm', path.join(out, 'kernels.wasm')],
    '/tfjs.wasm': ['application/wasm', path.join(tfjs, 'tfjs-backend-wasm-simd.wasm')],
  };
  const server = createServer((request, response) => {
    const [type, file] = files[request.url ?? ''] ?? ['text/html', undefined];
    response.writeHead(200, { 'content-type': type });
    void (file ? readFile(file) : Promise.resolve('<!doctype html><title>WebGL</title>')).then(
      (content) => response.end(content),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
