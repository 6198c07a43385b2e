import './host.ts';
import '../../webview/main.tsx';
import { Chart } from 'chart.js';
import { decodeJson, encodeJson } from '../../src/run/json.ts';
import { makeRuns, plant, type Wanted } from './data.ts';
import { countKept, type Drawn } from './kept.ts';
import { nextFrame, watchFrames } from './watch-frames.ts';

/* The page's own sources in a bundle with what hands it whole runs at once and looks at its canvas. */

/** Milliseconds from the message until the frame after the one with the curves, and what reading took. */
async function load(wanted: Wanted): Promise<{ first: number; read: number }> {
  const text = encodeJson({ type: 'snapshot', sequence: 0, runs: makeRuns(wanted) });
  const before = performance.now();
  decodeJson(text);
  const read = performance.now() - before;
  await nextFrame();
  const start = performance.now();
  window.postMessage(text);
  while (!lossCanvas()) await nextFrame();
  while (Chart.getChart(theLossCanvas()) === undefined) await nextFrame();
  await nextFrame();
  return { first: performance.now() - start, read };
}

function lossCanvas(): HTMLCanvasElement | undefined {
  const figure = [...document.querySelectorAll('figure.plot')].find((of) =>
    of.querySelector('h3')?.textContent.startsWith('Cross-entropy'),
  );
  return figure?.querySelector<HTMLCanvasElement>('canvas[role=img]') ?? undefined;
}

function theLossCanvas(): HTMLCanvasElement {
  const canvas = lossCanvas();
  if (canvas === undefined) throw new Error('The page draws no loss.');
  return canvas;
}

function drawn(): Drawn {
  const canvas = theLossCanvas();
  const { scales, chartArea } = Chart.getChart(canvas) ?? {};
  if (scales?.['x'] === undefined || scales['y'] === undefined || chartArea === undefined)
    throw new Error('The page has drawn no loss.');
  const { x, y } = scales;
  const perStep = 100; // The page's x is the epoch.
  return {
    canvas,
    marksAt: chartArea.top,
    xOf: (index, planned) => x.getPixelForValue(((index + 1) * perStep) / planned),
    yOf: (value) => y.getPixelForValue(value),
  };
}

/** How many changes have been sent. */
let sequence = 0;

/** Streams `rate` batches a second, ten messages a second, from a worker; the intervals of frames. */
async function stream(from: number, planned: number, rate: number, seconds: number) {
  const worker = new Worker('stream.js');
  worker.onmessage = ({ data }) => window.postMessage(data);
  const frames = watchFrames();
  worker.postMessage({ from, planned, rate, seconds, sequence });
  sequence += rate * seconds;
  await new Promise((resolve) => setTimeout(resolve, 1000 * seconds + 500));
  worker.terminate();
  return frames.end();
}

async function idle(seconds: number): Promise<number[]> {
  const frames = watchFrames();
  await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
  return frames.end();
}

Object.assign(window, {
  bench: {
    load,
    stream,
    idle,
    size: () => {
      const { width, height } = theLossCanvas().getBoundingClientRect();
      return { width, height, yMax: Chart.getChart(theLossCanvas())?.scales['y']?.max };
    },
    kept: (wanted: Wanted) => countKept(drawn(), plant(wanted.points, wanted.planted), wanted),
  },
});
