// @ts-check
/** What each frame of a page costs, from a trace of Chromium. */

/** @typedef {{ pid: number, tid: number, ph: string, name: string, ts: number, dur?: number, tdur?: number }} TraceEvent */

/** What the main thread does for a frame that is shown, and not for one in which nothing changed. */
const drawing = 'LayerTreeHost::DoUpdateLayers';

const categories = ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline', 'cc'];

/**
 * Milliseconds of processor time a frame, which other programs do not lengthen, while `act` goes on: everything that the main thread of the page does from one
 * frame to the next (input, scripts, style, layout, paint and, without a GPU, the raster of canvases),
 * plus the raster tasks of its worker threads that begin before the next frame.
 * @param {import('playwright-core').Page} page @param {() => Promise<unknown>} act
 * @returns {Promise<number[]>}
 */
export async function frameCosts(page, act) {
  const browser = page.context().browser();
  if (browser === null) throw new Error('No browser.');
  await browser.startTracing(page, { categories });
  await act();
  /** @type {{ traceEvents: TraceEvent[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8'));
  return costs(traceEvents);
}

/** @param {TraceEvent[]} events */
function costs(events) {
  const main = mainThread(events);
  const own = events.filter(({ pid, ph }) => pid === main.pid && ph === 'X');
  const tasks = own.filter(({ tid, name }) => tid === main.tid && name === 'RunTask');
  const drawn = own.filter(({ tid, name }) => tid === main.tid && name === drawing);
  const raster = own.filter(({ name }) => name === 'RasterTask');
  const ends = frameEnds(tasks, drawn);
  const sums = ends.map(() => 0);
  for (const { ts, dur = 0, tdur = dur } of [...tasks, ...raster]) {
    const frame = ends.findIndex((end) => ts < end);
    if (frame >= 0) sums[frame] = (sums[frame] ?? 0) + tdur / 1000;
  }
  return sums;
}

/** A frame ends with the task that painted it. @param {TraceEvent[]} tasks @param {TraceEvent[]} drawn */
function frameEnds(tasks, drawn) {
  const sorted = tasks.toSorted((a, b) => a.ts - b.ts);
  const starts = drawn.map(({ ts }) => ts).sort((a, b) => a - b);
  const ends = [];
  let next = 0;
  for (const { ts, dur = 0 } of sorted) {
    const before = next;
    while (next < starts.length && (starts[next] ?? Infinity) < ts + dur) next++;
    if (next > before) ends.push(ts + dur);
  }
  return ends;
}

/** The main thread of the page: it fires the most animation frames. @param {TraceEvent[]} events */
function mainThread(events) {
  /** @type {Map<string, { pid: number, tid: number, count: number }>} */
  const threads = new Map();
  for (const { pid, tid, name } of events) {
    if (name !== 'FireAnimationFrame') continue;
    const thread = threads.get(`${pid} ${tid}`) ?? { pid, tid, count: 0 };
    thread.count++;
    threads.set(`${pid} ${tid}`, thread);
  }
  const [most] = [...threads.values()].sort((a, b) => b.count - a.count);
  if (most === undefined) throw new Error('No frame was drawn.');
  return most;
}

/** "p50 3.1 ms, p95 4.6 ms, 100 % within 16.7 ms, of 120 frames" @param {readonly number[]} costs */
export function told(costs) {
  const sorted = costs.toSorted((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => (sorted[Math.ceil(share * sorted.length) - 1] ?? NaN).toFixed(1);
  const within = sorted.filter((cost) => cost <= 1000 / 60).length / sorted.length;
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, ${(100 * within).toFixed(0)} % within 16.7 ms, of ${sorted.length} frames`;
}
