import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { message, type Translator } from '../../src/l10n.ts';
import { usePage, type Page } from '../context.ts';
import { argText } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import { pointNear, readingsAt, snapped, type Reading } from '../plots/rows.ts';
import { useStore } from '../use-store.ts';
import { Gestures, type Hand } from './gestures.ts';
import { keyAction } from './keys.ts';
import type { LineChart } from './line-chart.ts';
import type { Pointed } from './paint-pointed.ts';
import type { Brush } from './paint.ts';
import { xIn } from '../series/outline.ts';
import { Tooltip } from './tooltip.tsx';
import { usePlotChart } from './use-plot-chart.ts';

interface Props {
  readonly plot: Plot;
  /** The plot in one sentence, for those who cannot see it. */
  readonly label: string;
  readonly over?: PlotOver | undefined;
  /** Where a click asks for that hits the point of no run. */
  readonly onPick?: ((x: number) => void) | undefined;
}

/** What is laid over the lines, from where things lie. */
export type PlotOver = (brush: Brush) => ComponentChildren;

/** What moves the cursor of a plot: its tooltip is there, and a key's is spoken. */
type Mover = 'pointer' | 'keys' | undefined;

/** The lines of a plot, and all that a pointer or a key does to them. */
export function PlotCanvas({ plot, label, over, onPick }: Props): JSX.Element {
  const page = usePage();
  const { t, cursor } = page;
  const lines = useRef<HTMLCanvasElement>(null);
  const front = useRef<HTMLCanvasElement>(null);
  const [chart, drawn] = usePlotChart(plot, { lines, over: front });
  const [mover, setMover] = useState<Mover>();
  const [selection, setSelection] = useState<Pointed['selection']>();
  const x = useStore(cursor, (at) => (at?.link === plot.x.link ? at.x : undefined));
  const readings = x === undefined ? [] : readingsAt(plot, x);
  useEffect(
    () => chart.current?.point({ x, dots: readings.slice(0, mostDots), selection }),
    [x, plot, drawn, selection],
  );
  const moveTo = (to: number | undefined, by: Mover): void => {
    setMover(to === undefined ? undefined : by);
    cursor.set(to === undefined ? undefined : { link: plot.x.link, x: to });
  };
  const gestures = useGestures(chart, plot, {
    onHover: (pixel) => {
      const at = pixel === undefined ? undefined : valueAt(chart.current, pixel);
      moveTo(at === undefined ? undefined : snapped(plot, at), 'pointer');
    },
    onClick: (left, top) => {
      explain(page, clicked(plot, chart.current, left, top));
      const at = valueAt(chart.current, left);
      if (at !== undefined) onPick?.(at);
    },
    onSelect: setSelection,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const view = chart.current?.view;
    const action = view && keyAction(event, plot, view, page.zoom.value, x);
    if (action === undefined) return;
    event.preventDefault();
    if (action.type === 'zoom') page.zoom.set(action.zoom);
    else if (action.type === 'explain') explain(page, readings.find(isOfARun));
    else moveTo(action.type === 'cursor' ? action.x : undefined, 'keys');
  };
  const brush = chart.current?.brush;
  const left = x === undefined || brush === undefined ? undefined : xIn(brush.projection, x);
  return (
    <div
      class="plot-canvas"
      role="group"
      tabIndex={0}
      aria-label={t(
        message(
          '{title}. Arrow keys: point by point. Plus, minus: zoom. 0: show all. Enter: explain the point.',
          { title: plot.title },
        ),
      )}
      onPointerDown={gestures.down}
      onPointerMove={gestures.move}
      onPointerUp={gestures.up}
      onPointerCancel={gestures.up}
      onPointerLeave={gestures.leave}
      onWheel={gestures.wheel}
      onDblClick={gestures.reset}
      onKeyDown={onKeyDown}
      onBlur={() => moveTo(undefined, undefined)}
    >
      <canvas ref={lines} role="img" aria-label={label} />
      <canvas ref={front} class="plot-over" aria-hidden="true" />
      {brush !== undefined && over?.(brush)}
      {mover !== undefined && left !== undefined && <Tooltip readings={readings} left={left} />}
      <p class="visually-hidden" role="status">
        {mover === 'keys' && spoken(readings, t)}
      </p>
    </div>
  );
}

/** More dots than this hide each other, and more values nobody listens to. */
const mostDots = 60;
const mostSpoken = 6;
/** Pixels from a point within which a click means it. */
const reach = 24;

/** The same gestures as long as the plot is there, with the hand's latest doings. */
function useGestures(chart: RefObject<LineChart | null>, plot: Plot, hand: Hand): Gestures {
  const { zoom } = usePage();
  const latest = useRef({ plot, hand });
  latest.current = { plot, hand };
  return useMemo(
    () =>
      new Gestures(
        () => chart.current,
        () => latest.current.plot,
        zoom,
        {
          onHover: (pixel) => latest.current.hand.onHover(pixel),
          onClick: (left, top) => latest.current.hand.onClick(left, top),
          onSelect: (rectangle) => latest.current.hand.onSelect(rectangle),
        },
      ),
    [zoom],
  );
}

function isOfARun({ runId, step }: Reading): boolean {
  return runId !== undefined && step !== undefined;
}

function explain({ choose }: Page, reading: Reading | undefined): void {
  const { runId, step } = reading ?? {};
  if (runId !== undefined && step !== undefined) choose({ point: { runId, step } });
}

function clicked(
  plot: Plot,
  chart: LineChart | null,
  left: number,
  top: number,
): Reading | undefined {
  const at = valueAt(chart, left);
  const projection = chart?.brush?.projection;
  if (at === undefined || projection === undefined) return undefined;
  const distance = ({ x, y }: Reading): number =>
    Math.hypot(xIn(projection, x) - left, projection.yOf(y) - top);
  return pointNear(readingsAt(plot, at), distance, reach);
}

function valueAt(chart: LineChart | null, pixel: number): number | undefined {
  const projection = chart?.brush?.projection;
  if (projection === undefined) return undefined;
  const { left, right, from, to } = projection;
  return from + ((pixel - left) / (right - left)) * (to - from);
}

function spoken(readings: readonly Reading[], t: Translator): string {
  return readings
    .slice(0, mostSpoken)
    .map(({ label, value, at }) =>
      [...(at ? [t(at)] : []), argText(label, t), argText(value, t)].join(', '),
    )
    .join('; ');
}
