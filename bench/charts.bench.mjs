// @ts-check
import { launchChromium } from '../test/vscode/chromium.mjs';
import { frameCosts, told } from './charts/frames.mjs';
import { buildPages, servePages } from './charts/serve.mjs';

export const title =
  'Curves in Chromium: first draw, zoom, pan, a stream, memory, and what is lost';

/** @typedef {import('playwright-core').Page} Page @typedef {import('./charts/data.ts').Wanted} Wanted */

const million = 1_000_000;
/** @type {Record<string, Wanted>} */
const workloads = {
  '1 run of 1,000,000': { runs: 1, points: million, planned: million, planted: 0 },
  '20 runs of 50,000': { runs: 20, points: 50_000, planned: 50_000, planted: 0 },
};
const planted = { runs: 1, points: million, planned: million, planted: 1000 };
const stream = { from: million, rate: 10_000, seconds: 60 };
const peers = ['chart.js, min-max', 'chart.js, lttb', 'uPlot'];

export async function run() {
  await buildPages();
  const pages = await servePages();
  const browser = await launchChromium();
  /** A page of its own for each measurement. @param {string} name @param {(page: Page) => Promise<void>} measure */
  const on = async (name, measure) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on('console', (line) => line.type() === 'error' && console.error(line.text()));
    page.on('pageerror', (error) => console.error(error.stack));
    await page.goto(`${pages.url}/${name}`);
    await measure(page);
    await page.close();
  };
  try {
    let size = {};
    for (const [name, wanted] of Object.entries(workloads)) {
      console.log(`  ${name}`);
      await on('page', async (page) => void (size = await measureOurs(page, wanted)));
      for (const peer of peers) await on('peers', (page) => measurePeer(page, peer, wanted, size));
    }
    console.log('  Of 500 spikes and 500 NaNs in 1,000,000 points');
    await on('page', async (page) => void (size = await keptByOurs(page)));
    for (const peer of peers) await on('peers', (page) => keptByPeer(page, peer, size));
    console.log('  10,000 points a second on top of 1,000,000, for a minute');
    await on('page', measureStream);
  } finally {
    await browser.close();
    pages.close();
  }
}

/** @param {Page} page @param {Wanted} wanted */
async function measureOurs(page, wanted) {
  const before = await heap(page);
  const { first, read } = await page.evaluate((of) => bench.load(of), wanted);
  const bytes = ((await heap(page)) - before) / (wanted.runs * wanted.points);
  say('Loss Lab', `first draw ${ms(first)}, of which reading the message ${ms(read)}`);
  say('', `${bytes.toFixed(1)} bytes a point`);
  const canvas = page.locator('.plot-canvas').nth(1);
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('No canvas.');
  await canvas.focus();
  await page.mouse.move(box.x + 200, box.y + 100);
  say('', `zoom ${told(await frameCosts(page, () => wheel(page)))}`);
  await select(page, box);
  say('', `pan  ${told(await frameCosts(page, () => drag(page, box)))}`);
  return page.evaluate(() => bench.size());
}

/** In and out again, a notch a frame. @param {Page} page */
async function wheel(page) {
  for (const deltaY of [-60, 60]) {
    for (let i = 0; i < 60; i++) await page.mouse.wheel(0, deltaY);
  }
}

/** Zooms to a fifth of the x axis. @param {Page} page @param {{ x: number, y: number }} box */
async function select(page, box) {
  await page.mouse.move(box.x + 150, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 230, box.y + 102);
  await page.mouse.up();
}

/** Back and forth with Shift held. @param {Page} page @param {{ x: number, y: number }} box */
async function drag(page, box) {
  await page.keyboard.down('Shift');
  await page.mouse.down();
  for (let i = 0; i < 120; i++) {
    await page.mouse.move(box.x + 60 + 5 * Math.abs(60 - i), box.y + 100);
  }
  await page.mouse.up();
  await page.keyboard.up('Shift');
}

/** @param {Page} page @param {string} peer @param {Wanted} wanted @param {unknown} size */
async function measurePeer(page, peer, wanted, size) {
  const before = await heap(page);
  const first = await page.evaluate((of) => bench.load(...of), [peer, wanted, size]);
  const bytes = ((await heap(page)) - before) / (wanted.runs * wanted.points);
  say(peer, `first draw ${ms(first)}, ${bytes.toFixed(1)} bytes a point`);
  for (const kind of ['zoom', 'pan']) {
    const act = () => page.evaluate((of) => bench.move(...of), [kind, 120, wanted.planned]);
    say('', `${kind} ${told(await frameCosts(page, act))}`);
  }
}

/** @param {Page} page */
async function keptByOurs(page) {
  await page.evaluate((of) => bench.load(of), planted);
  const { spikes, nans } = await page.evaluate((of) => bench.kept(of), planted);
  say('Loss Lab', `${spikes} spikes and ${nans} NaNs can be seen`);
  return page.evaluate(() => bench.size());
}

/** @param {Page} page @param {string} peer @param {unknown} size */
async function keptByPeer(page, peer, size) {
  const fails = await page
    .evaluate((of) => bench.load(...of), [peer, planted, size])
    .catch((/** @type {Error} */ error) => error.message.split('\n', 1)[0]);
  if (typeof fails === 'string') return say(peer, `draws nothing: ${fails}`);
  const { spikes, nans } = await page.evaluate((of) => bench.kept(of), planted);
  say(peer, `${spikes} spikes and ${nans} NaNs can be seen`);
}

/** @param {Page} page */
async function measureStream(page) {
  const planned = 2 * million;
  const wanted = { runs: 1, points: million, planned, planted: 0 };
  const empty = await heap(page);
  await page.evaluate((of) => bench.load(of), wanted);
  const idle = await page.evaluate(() => bench.idle(10));
  const before = await heap(page);
  const { from, rate, seconds } = stream;
  const args = [from, planned, rate, seconds];
  const intervals = await page.evaluate((of) => bench.stream(...of), args);
  const after = await heap(page);
  const more = [from + rate * seconds, planned, rate, 10];
  const costs = await frameCosts(page, () => page.evaluate((of) => bench.stream(...of), more));
  const points = million + rate * seconds;
  say('before', `${dropped(idle)} of ${idle.length} frames dropped, in 10 s without a stream`);
  say('during', `${dropped(intervals)} of ${intervals.length} frames dropped`);
  say('', `of those drawn, in 10 s more: ${told(costs)}`);
  say(
    'heap',
    `${mega(before)} → ${mega(after)}: ${((after - empty) / points).toFixed(1)} bytes a point`,
  );
}

/** Frames at 60 a second that did not come. @param {readonly number[]} intervals */
function dropped(intervals) {
  return intervals.reduce((sum, each) => sum + Math.max(Math.round((each * 60) / 1000) - 1, 0), 0);
}

/** Bytes in use after a collection, typed arrays included. @param {Page} page */
async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize + backingStorageSize;
}

/** @param {string} who @param {string} what */
const say = (who, what) => console.log(`    ${who.padEnd(18)} ${what}`);

/** @param {number} value */
const ms = (value) => `${value.toFixed(0)} ms`;

/** @param {number} bytes */
const mega = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
