// @ts-check
/**
 * The page in a browser without VS Code, on runs of scenarios.ts, under the policy that it has there.
 * Queries: view, scenario, theme, choices (JSON), language (en, zh-cn, or long: every text half as long
 * again), stream (the first run goes on).
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** The page's policy in VS Code. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:";
/** @type {Record<string, string>} */
export const types = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

/**
 * Builds scripts for a browser, the page among them or around them.
 * @param {string} out where they are written
 * @param {Record<string, string>} entryPoints
 */
export async function buildScripts(out, entryPoints) {
  await build({
    entryPoints,
    bundle: true,
    outdir: out,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty' },
    assetNames: 'fonts/[name]',
    charset: 'utf8',
    logLevel: 'warning',
  });
}

/**
 * Builds the page and serves it on 127.0.0.1.
 * @param {string} out where the built page lies
 */
export async function servePage(out) {
  await buildScripts(out, { webview: 'webview/main.tsx', harness: 'webview/dev/harness.ts' });
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/') {
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-security-policy': policy,
      });
      return response.end(await html(url.searchParams, out));
    }
    const type = types[path.extname(url.pathname)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type });
    response.end(await readFile(path.join(out, url.pathname)).catch(() => ''));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    /** @param {Record<string, string>} query */
    url: (query) => `http://127.0.0.1:${port}/?${new URLSearchParams(query)}`,
    close: () => server.close(),
  };
}

/** @param {URLSearchParams} parameters @param {string} out */
async function html(parameters, out) {
  const language = parameters.get('language') ?? 'en';
  const setup = {
    view: parameters.get('view') ?? 'panel',
    locale: language === 'long' ? 'zh-cn' : language,
    bundle: await bundle(language, out),
  };
  return `<!DOCTYPE html><html lang="${setup.locale}"><head><meta charset="utf-8"><title>Loss Lab</title>
<link rel="stylesheet" href="webview.css"><link rel="icon" href="data:,"></head><body><div id="root"></div>
<script type="application/json" id="setup">${JSON.stringify(setup).replace(/</g, '\\u003c')}</script>
<script src="harness.js"></script><script src="webview.js"></script></body></html>`;
}

/** @param {string} language @param {string} out @returns {Promise<Record<string, string>>} */
async function bundle(language, out) {
  if (language === 'en') return {};
  if (language !== 'long')
    return JSON.parse(await readFile(`l10n/bundle.l10n.${language}.json`, 'utf8'));
  const script = await readFile(path.join(out, 'webview.js'), 'utf8');
  const texts = [...script.matchAll(/message\("((?:[^"\\]|\\.)*)"/g)].map((match) =>
    JSON.parse(`"${match[1]}"`),
  );
  return Object.fromEntries(texts.map((text) => [text, `损失${text}训练验证`]));
}
