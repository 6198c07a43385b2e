// @ts-check
/** Builds the pages of the charts bench into out/bench/charts and serves them under the page's policy. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { buildScripts, policy, types } from '../../webview/dev/serve.mjs';

const out = path.resolve('out/bench/charts');

export const buildPages = () =>
  buildScripts(out, {
    page: 'bench/charts/page.ts',
    peers: 'bench/charts/peers.ts',
    stream: 'bench/charts/stream.ts',
  });

/** @returns {Promise<{ url: string, close: () => void }>} */
export async function servePages() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.extname(pathname);
    const type = types[file] ?? 'text/html';
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy });
    if (file === '') response.end(html(pathname.slice(1)));
    else response.end(await readFile(path.join(out, pathname)).catch(() => ''));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/** @param {string} name */
function html(name) {
  const setup = JSON.stringify({ view: 'panel', locale: 'en', bundle: {} });
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bench</title>
<link rel="stylesheet" href="${name}.css"><link rel="icon" href="data:,"></head><body><div id="root"></div>
<script type="application/json" id="setup">${setup}</script><script src="${name}.js"></script></body></html>`;
}
