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
  const language = parameters.get('language') ?? 'en';
  const setup = {
    view: parameters.get('view'),
    locale: language === 'en' ? 'en' : 'zh-cn',
    bundle: await bundles[language]?.(),
  };
  return `<!DOCTYPE html><html lang="${setup.locale}"><head><meta charset="utf-8"><title>Loss Lab</title>
<link rel="stylesheet" href="webview.css"><link rel="icon" href="data:,"></head><body><div id="root"></div>
<script type="application/json" id="setup">${JSON.stringify(setup).replace(/</g, '\\u003c')}</script>
<script src="harness.js"></script><script src="webview.js"></script></body></html>`;
}

/** @type {Record<string, () => Promise<Record<string, string>>>} */
const bundles = {
  en: async () => ({}),
  chinese: async () => JSON.parse(await readFile('l10n/bundle.l10n.zh-cn.json', 'utf8')),
  long: longBundle,
};

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
  for (const tab of ['curves', 'gradients', 'validation', 'explain']) {
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
  for (const tab of ['curves', 'gradients', 'validation', 'explain']) {
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
for (const theme of ['dark', 'light', 'contrast']) {
  for (const scenario of ['seeds', 'grid', 'hostile']) {
    shotList.push({
      name: `panel-runs-${scenario}-${theme}-1200`,
      view: 'panel',
      scenario,
      theme,
      width: 1200,
    });
  }
}
const listed = {
  hidden: ['run-1', 'run-3'],
  pinned: ['run-7'],
  sort: { by: 'best', descending: true },
  filter: 'adam',
};
for (const [width, language] of [
  [300, 'en'],
  [1200, 'en'],
  [1200, 'long'],
  [1200, 'chinese'],
]) {
  shotList.push({
    name: `panel-runs-listed-${language}-${width}`,
    view: 'panel',
    scenario: 'grid',
    language,
    width,
    choices: listed,
  });
}
for (const [name, choices] of Object.entries({
  details: { details: true, hidden: ['run-1'] },
  none: { hidden: ['run-0', 'run-1'] },
  unfolded: { unfolded: ['run-0'] },
})) {
  const scenario = name === 'unfolded' ? 'seeds' : 'two';
  for (const width of [300, 1200])
    shotList.push({ name: `panel-runs-${name}-${width}`, view: 'panel', scenario, width, choices });
}
for (const theme of ['dark', 'light', 'contrast']) {
  shotList.push({
    name: `panel-runs-colours-${theme}-600`,
    view: 'panel',
    theme,
    width: 600,
    click: '.run-colour button',
  });
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
for (const tab of ['curves', 'gradients', 'validation', 'explain']) {
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
for (const { name, width, choices, click, ...query } of shotList.filter((shot) =>
  shot.name.includes(filter),
)) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.on('console', (line) => line.type() === 'error' && problems.push(`${name}: ${line.text()}`));
  page.on('pageerror', (error) => problems.push(`${name}: ${error.stack}`));
  const parameters = new URLSearchParams({ ...query, choices: JSON.stringify(choices ?? null) });
  await page.goto(`http://127.0.0.1:${port}/?${parameters}`);
  await page.waitForTimeout(250);
  if (click !== undefined) await page.click(click);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) problems.push(`${name}: ${overflow} px wider than the window`);
  await page.screenshot({
    path: path.join(shots, `${name}.png`),
    fullPage: !name.includes('runs'),
  });
  await page.close();
}
await browser.close();
server.close();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
