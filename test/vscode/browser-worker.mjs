// @ts-check
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { launchChromium, softwareWebgl } from './chromium.mjs';

/** @typedef {{ readonly value: unknown } | { readonly error: string }} Reply */

/**
 * A page in Chromium, without a GPU, whose Web Workers are scripts of a folder. A worker is sent a message
 * and answers it by one, a `Reply`, before the next.
 * @param {string} folder what is served; scripts land there
 * @param {Record<string, string>} entryPoints name → source
 * @param {import('esbuild').Plugin[]} [plugins]
 */
export async function startBrowserWorkers(folder, entryPoints, plugins = []) {
  const { url, close } = await serveWorkers(folder, entryPoints, plugins);
  const browser = await launchChromium(softwareWebgl);
  const page = await browser.newPage();
  await page.goto(url);
  return {
    /**
     * What the worker of a script answers; the first call starts it.
     * @param {string} script @param {unknown} message @returns {Promise<unknown>}
     */
    call: async (script, message) => {
      const reply = await page.evaluate(askWorker, { script, message });
      if ('error' in reply) throw new Error(reply.error);
      return reply.value;
    },
    close: async () => {
      await browser.close();
      close();
    },
  };
}

/**
 * Builds the scripts of workers, and serves them beside an empty page.
 * @param {string} folder @param {Record<string, string>} entryPoints
 * @param {import('esbuild').Plugin[]} [plugins]
 */
export async function serveWorkers(folder, entryPoints, plugins = []) {
  await build({
    entryPoints,
    plugins,
    outdir: folder,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
  });
  return serve(folder);
}

/** In the page. @param {{ script: string, message: unknown }} call @returns {Promise<Reply>} */
export function askWorker({ script, message }) {
  const page = /** @type {typeof globalThis & { workers?: Record<string, Worker> }} */ (globalThis);
  const workers = (page.workers ??= {});
  const worker = (workers[script] ??= new Worker(`/${script}.js`));
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => resolve({ error: event.message });
    worker.postMessage(message);
  });
}

/** @type {Record<string, string>} */
const types = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

/** @param {string} folder */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const name = path.basename(request.url ?? '/');
    response.writeHead(200, { 'content-type': types[path.extname(name)] ?? 'text/html' });
    response.end(
      name ? await readFile(path.join(folder, name)).catch(() => '') : '<!doctype html>',
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
