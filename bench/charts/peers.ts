import {
  Chart,
  Decimation,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
} from 'chart.js';
import uPlot from 'uplot';
import { makeRuns, plant, type Wanted } from './data.ts';
import { countKept, type Drawn } from './kept.ts';
import { nextFrame } from './watch-frames.ts';

/* The same points in chart.js with its own decimation, and in uPlot; one chart each. */

Chart.register(Decimation, LineController, LineElement, LinearScale, PointElement);

interface Size {
  readonly width: number;
  readonly height: number;
  readonly yMax: number;
}

/** A peer's chart: how to show from one x to another, and what it has drawn. */
interface Peer {
  readonly show: (from: number, to: number) => void;
  readonly drawn: () => Drawn;
}

const colour = 'rgba(77, 170, 252, 0.9)';

function chartJs(wanted: Wanted, size: Size, algorithm: 'min-max' | 'lttb'): () => Peer {
  const series = makeRuns(wanted).map(({ batches }) =>
    batches.loss.map((y, i) => ({ x: batches.step[i] ?? NaN, y })),
  );
  return () => {
    const canvas = placed(document.createElement('canvas'), size);
    const chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: series.map((data) => ({ data, borderColor: colour, borderWidth: 1 })) },
      options: {
        parsing: false,
        normalized: true,
        animation: false,
        maintainAspectRatio: false,
        events: [],
        elements: { point: { radius: 0 } },
        plugins: { decimation: { enabled: true, algorithm } },
        scales: {
          x: { type: 'linear', min: 0, max: wanted.planned },
          y: { type: 'linear', min: 0, max: size.yMax },
        },
      },
    });
    return {
      show: (min, max) => {
        const x = chart.options.scales?.['x'];
        if (x !== undefined) Object.assign(x, { min, max });
        chart.update('none');
      },
      drawn: () => ({
        canvas,
        xOf: (index) => chart.scales['x']?.getPixelForValue(index + 1) ?? NaN,
        yOf: (value) => chart.scales['y']?.getPixelForValue(value) ?? NaN,
      }),
    };
  };
}

function uplot(wanted: Wanted, size: Size): () => Peer {
  const runs = makeRuns(wanted);
  const xs = Float64Array.from(runs[0]?.batches.step ?? []);
  // Its way to say that there is no value is null.
  const ys = runs.map(({ batches }) => batches.loss.map((y) => (Number.isNaN(y) ? null : y)));
  return () => {
    const box = placed(document.createElement('div'), size);
    const chart = new uPlot(
      {
        ...size,
        cursor: { show: false },
        legend: { show: false },
        scales: { x: { time: false }, y: { range: [0, size.yMax] } },
        series: [{}, ...ys.map(() => ({ stroke: colour, width: 1, points: { show: false } }))],
      },
      [xs, ...ys],
      box,
    );
    return {
      show: (min, max) => chart.setScale('x', { min, max }),
      drawn: () => ({
        canvas: chart.ctx.canvas,
        xOf: (index) => chart.valToPos(index + 1, 'x', true) / devicePixelRatio,
        yOf: (value) => chart.valToPos(value, 'y', true) / devicePixelRatio,
      }),
    };
  };
}

function placed<E extends HTMLElement>(element: E, { width, height }: Size): E {
  const box = document.createElement('div');
  Object.assign(box.style, { width: `${width}px`, height: `${height}px`, position: 'relative' });
  box.append(element);
  document.body.append(box);
  return element;
}

const makers = {
  'chart.js, min-max': (wanted: Wanted, size: Size) => chartJs(wanted, size, 'min-max'),
  'chart.js, lttb': (wanted: Wanted, size: Size) => chartJs(wanted, size, 'lttb'),
  uPlot: uplot,
};

let peer: Peer | undefined;

/** Milliseconds from the data, in the peer's own form, to the frame after the one that shows them. */
async function load(name: keyof typeof makers, wanted: Wanted, size: Size): Promise<number> {
  const draw = makers[name](wanted, size);
  await nextFrame();
  await nextFrame();
  const start = performance.now();
  peer = draw();
  await nextFrame();
  await nextFrame();
  return performance.now() - start;
}

/** The same views as a wheel and a drag make, one a frame. */
async function move(kind: 'zoom' | 'pan', frames: number, whole: number): Promise<void> {
  for (let frame = 0; frame < frames; frame++) {
    const share = Math.abs(1 - (2 * frame) / frames);
    const width = kind === 'zoom' ? whole * 1.27 ** (-40 * (1 - share)) : whole / 5;
    const left = kind === 'zoom' ? 0.4 * (whole - width) : share * (whole - width);
    peer?.show(left, left + width);
    await nextFrame();
  }
}

Object.assign(window, {
  bench: {
    load,
    move,
    kept: (wanted: Wanted) => {
      if (peer === undefined) throw new Error('Nothing is drawn.');
      return countKept(peer.drawn(), plant(wanted.points, wanted.planted), wanted);
    },
  },
});
