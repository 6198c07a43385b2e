import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { loss, message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { paintLines } from '../charts/paint.ts';
import { pixelsOf } from '../charts/view.ts';
import { epochName } from '../plots/names.ts';
import type { Plot } from '../plots/plot.ts';
import { batchTrace } from '../plots/run-series.ts';
import { xAxis } from '../plots/x-axis.ts';
import { extentOf } from '../series/outline.ts';
import type { SeriesIndex } from '../series/series-index.ts';
import type { Theme } from '../theme.ts';
import type { Slot } from '../run-slots.ts';
import { useWidth } from '../parts/use-width.ts';

const height = 36;
const margin = 4;

/** The loss of every batch so far, on an axis that ends where training will. */
export function Sparkline({ run, slot }: { readonly run: Run; readonly slot: Slot }): JSX.Element {
  const { t, theme, index } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(canvas);
  const { length } = run.batches.step;
  useEffect(() => {
    if (canvas.current !== null && width > 0)
      draw(canvas.current, plotOf(run, slot, index), theme, width);
  }, [run, length, width, theme, slot]);
  return <canvas class="sparkline" ref={canvas} role="img" aria-label={t(inWords(run))} />;
}

function inWords({ batches }: Run): Message {
  const [first, last] = [batches.loss[0], batches.loss.at(-1)];
  if (first === undefined || last === undefined) return message('Batch loss, no values yet');
  return message('Batch loss from {first} to {last}', { first: loss(first), last: loss(last) });
}

function draw(canvas: HTMLCanvasElement, plot: Plot, theme: Theme, width: number): void {
  const density = window.devicePixelRatio;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(density, density);
  const area = { left: margin, right: width - margin, top: margin, bottom: height - margin };
  const y = { ...plot.y };
  const projection = {
    left: area.left,
    right: area.right,
    from: plot.x.min,
    to: plot.x.max,
    yOf: pixelsOf(y, area.top, area.bottom),
  };
  paintLines(plot, { context, area, projection, y, theme, pixel: 1 / density, overhang: margin });
}

/** The same lines as the panel draws, without axes. */
function plotOf(run: Run, slot: Slot, index: SeriesIndex): Plot {
  const trace = index.indexed(batchTrace(run, 'step'));
  const { min, max } = extentOf(trace);
  const has = min <= max;
  const title = message('loss');
  const { name, id } = run.identity;
  return {
    key: `sparkline ${id}`,
    title,
    notes: [],
    x: xAxis([run], 'step'),
    y: {
      title,
      scale: 'linear',
      format: 'loss',
      min: has ? min : 0,
      max: has && max > min ? max : (has ? min : 0) + 1,
    },
    series: [{ label: name, slot, part: 'training', trace, marks: [] }],
    levels: [],
    now: undefined,
    showsLatest: false,
    markers: 'last',
    rowName: epochName,
  };
}
