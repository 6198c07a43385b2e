// @ts-check
/**
 * Screenshots of the page with invented runs, in out/shots/: node webview/dev/shoot.mjs [filter].
 * The page is served under the policy that it has in VS Code; a violation or an error fails.
 */
import { createServer } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';

const out = path.resolve('out/dev');
const shots = path.resolve('out/shots');
const filter = process.argv[2] ?? '';

await mkdir(shots, { recursive: true });
await build({
  entryPoints: { webview: 'webview/main.tsx', harness: 'webview/dev/harness.ts' },
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

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:";
const types = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/') {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
    return response.end(await html(url.searchParams));
  }
  const type = types[path.extname(url.pathname)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type });
  response.end(await readFile(path.join(out, url.pathname)).catch(() => ''));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

/** @param {URLSearchParams} parameters */
async function html(parameters) {
  const language = parameters.get('language');
  const bundles = { long: longBundle, 'zh-cn': chineseBundle };
  const setup = {
    view: parameters.get('view'),
    locale: language ? 'zh-cn' : 'en',
    bundle: (await bundles[language]?.()) ?? {},
  };
  return `<!DOCTYPE html><html lang="${setup.locale}"><head><meta charset="utf-8"><title>Loss Lab</title>
<link rel="stylesheet" href="webview.css"><link rel="icon" href="data:,"></head><body><div id="root"></div>
<script type="application/json" id="setup">${JSON.stringify(setup).replace(/</g, '\\u003c')}</script>
<script src="harness.js"></script><script src="webview.js"></script></body></html>`;
}

async function chineseBundle() {
  return JSON.parse(await readFile('l10n/bundle.l10n.zh-cn.json', 'utf8'));
}

/** Every text in the built page, made half as long again, to see what gets cut off. */
async function longBundle() {
  const script = await readFile(path.join(out, 'webview.js'), 'utf8');
  const texts = [...script.matchAll(/message\("((?:[^"\\]|\\.)*)"/g)].map((match) =>
    JSON.parse(`"${match[1]}"`),
  );
  return Object.fromEntries(texts.map((text) => [text, `损失${text}训练验证`]));
}

const shotList = [];
for (const theme of ['dark', 'light', 'contrast']) {
  for (const tab of ['curves', 'gradients', 'validation', 'data', 'explain']) {
    shotList.push({
      name: `panel-${tab}-${theme}-1600`,
      view: 'panel',
      theme,
      width: 1600,
      choices: { tab },
    });
  }
  for (const width of [200, 300])
    shotList.push({ name: `live-two-${theme}-${width}`, view: 'live', theme, width });
}
for (const width of [300, 420, 1000]) {
  for (const tab of ['curves', 'gradients', 'validation', 'data', 'explain']) {
    shotList.push({ name: `panel-${tab}-dark-${width}`, view: 'panel', width, choices: { tab } });
  }
}
for (const scenario of [
  'empty',
  'queued',
  'fresh',
  'done',
  'one',
  'deep',
  'styles',
  'fallback',
  'diverged',
  'many',
]) {
  shotList.push({ name: `panel-${scenario}-dark-1200`, view: 'panel', scenario, width: 1200 });
  shotList.push({ name: `live-${scenario}-dark-300`, view: 'live', scenario, width: 300 });
}
shotList.push({
  name: 'panel-log-step-dark-1200',
  view: 'panel',
  width: 1200,
  choices: { x: 'step', y: 'log' },
});
shotList.push({
  name: 'panel-log-diverged-1200',
  view: 'panel',
  width: 1200,
  scenario: 'diverged',
  choices: { x: 'step', y: 'log' },
});
shotList.push({
  name: 'panel-time-dark-1200',
  view: 'panel',
  width: 1200,
  choices: { x: 'time', losses: ['mean-absolute-error', 'binary-cross-entropy'] },
});
shotList.push({
  name: 'panel-deep-gradients-1200',
  view: 'panel',
  width: 1200,
  scenario: 'deep',
  choices: { tab: 'gradients' },
});
shotList.push({
  name: 'panel-all-explain-light-1200',
  view: 'panel',
  theme: 'light',
  width: 1200,
  choices: {
    tab: 'explain',
    losses: ['mean-squared-error-linear', 'mean-absolute-error', 'binary-cross-entropy'],
  },
});
for (const tab of ['curves', 'gradients', 'validation', 'data', 'explain']) {
  shotList.push({
    name: `panel-long-${tab}-1000`,
    view: 'panel',
    language: 'long',
    width: 1000,
    choices: { tab },
  });
}
shotList.push({
  name: 'panel-long-curves-300',
  view: 'panel',
  language: 'long',
  width: 300,
  scenario: 'diverged',
});
shotList.push({ name: 'live-long-200', view: 'live', language: 'long', width: 200 });

for (const theme of ['dark', 'light', 'contrast']) {
  shotList.push({
    name: `panel-scenes-data-${theme}-1400`,
    view: 'panel',
    theme,
    width: 1400,
    scenario: 'scenes',
    choices: { tab: 'data' },
  });
  shotList.push({
    name: `panel-point-${theme}-1200`,
    view: 'panel',
    theme,
    width: 1200,
    choices: { point: { runId: 'run-0', step: 300 } },
  });
}
for (const width of [300, 420]) {
  shotList.push({
    name: `panel-scenes-data-dark-${width}`,
    view: 'panel',
    width,
    scenario: 'scenes',
    choices: { tab: 'data' },
  });
  shotList.push({
    name: `panel-point-dark-${width}`,
    view: 'panel',
    width,
    choices: { point: { runId: 'run-1', step: 300 } },
  });
}
shotList.push({
  name: 'panel-many-data-dark-1600',
  view: 'panel',
  width: 1600,
  scenario: 'many',
  choices: { tab: 'data', examples: { order: 'disagreement' } },
});
shotList.push({
  name: 'panel-filtered-data-dark-1600',
  view: 'panel',
  width: 1600,
  choices: { tab: 'data', examples: { runId: 'run-1', trueClass: 2, predictedClass: 3 } },
});
for (const [name, choices] of [
  ['data', { tab: 'data' }],
  ['point', { point: { runId: 'run-0', step: 300 } }],
])
  shotList.push({
    name: `panel-chinese-${name}-1200`,
    view: 'panel',
    language: 'zh-cn',
    width: 1200,
    choices,
  });

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const problems = [];
for (const { name, width, choices, ...query } of shotList.filter((shot) =>
  shot.name.includes(filter),
)) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.on('console', (line) => line.type() === 'error' && problems.push(`${name}: ${line.text()}`));
  page.on('pageerror', (error) => problems.push(`${name}: ${error.stack}`));
  const parameters = new URLSearchParams({ ...query, choices: JSON.stringify(choices ?? null) });
  await page.goto(`http://127.0.0.1:${port}/?${parameters}`);
  await page.waitForTimeout(250);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) problems.push(`${name}: ${overflow} px wider than the window`);
  await page.screenshot({ path: path.join(shots, `${name}.png`), fullPage: true });
  await page.close();
}
await browser.close();
server.close();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
