import type { Span } from '../choices.ts';
import type { Plot } from '../plots/plot.ts';
import { shareOf, spread, unspread, type Scale } from '../series/scale.ts';
import { read } from '../series/trace.ts';

/** What a person looks at: stretches of the axes of a page's plots. */
export interface Zoom {
  /** By `XAxis.link`; all of an axis that is not there. */
  readonly x: Readonly<Record<string, Span>>;
  /** By `Plot.key`. */
  readonly y: Readonly<Record<string, Span>>;
  /** Whether a zoomed x axis moves along with the newest point. */
  readonly follow: boolean;
}

/** The part of a plot that is drawn. */
export interface View {
  readonly x: Span;
  readonly y: Scale;
}

export function viewOf(plot: Plot, zoom: Zoom): View {
  const x = xOf(plot, zoom);
  const kept = zoom.y[plot.key];
  const { y } = plot;
  const isPlaced = kept !== undefined && (y.scale !== 'log' || kept[0] > 0);
  if (isPlaced) return { x, y: { ...y, min: kept[0], max: kept[1] } };
  const isWhole = zoom.x[plot.x.link] === undefined;
  return { x, y: isWhole || y.fit === undefined ? y : { ...y, ...y.fit(...x) } };
}

function xOf(plot: Plot, { x, follow }: Zoom): Span {
  const { link, min, max } = plot.x;
  const span = x[link];
  if (span === undefined) return [min, max];
  const width = span[1] - span[0];
  const newest = newestOf(plot);
  return follow && newest !== undefined ? [newest - width, newest] : span;
}

/** The x of the last point of all lines. */
function newestOf({ series }: Plot): number | undefined {
  let newest: number | undefined;
  for (const { trace } of series) {
    if (trace.end <= trace.begin) continue;
    const last = read(trace.xs, trace.end - 1);
    if (newest === undefined || last > newest) newest = last;
  }
  return newest;
}

/** A span around `at` that is `factor` times as wide, within the bounds, never narrower than `least`. */
export function zoomed(span: Span, factor: number, at: number, bounds: Span, least: number): Span {
  const width = Math.max((span[1] - span[0]) * factor, least);
  if (width >= bounds[1] - bounds[0]) return bounds;
  const share = (at - span[0]) / (span[1] - span[0]);
  return within([at - share * width, at + (1 - share) * width], bounds);
}

/** Moved, as far as the bounds allow. */
export function panned([from, to]: Span, by: number, bounds: Span): Span {
  return within([from + by, to + by], bounds);
}

function within([from, to]: Span, [low, high]: Span): Span {
  const width = Math.min(to - from, high - low);
  const start = Math.min(Math.max(from, low), high - width);
  return [start, start + width];
}

/** The values at two shares of an axis, from its bottom; none where they are the same. */
export function spanAt(scale: Scale, shares: Span): Span | undefined {
  const [place, back] = [spread(scale), unspread(scale)];
  const [low, high] = [place(scale.min), place(scale.max)];
  const [a, b] = shares.map((share) => back(low + share * (high - low)));
  return a !== undefined && b !== undefined && a < b ? [a, b] : undefined;
}

/** Pixels from the top of values on an axis between `top` and `bottom`. */
export function pixelsOf(scale: Scale, top: number, bottom: number): (value: number) => number {
  const share = shareOf(scale);
  const far = 1e6; // Canvases lose their way with coordinates like 1e300.
  return (value) => {
    const y = bottom - share(value) * (bottom - top);
    return Math.min(Math.max(y, -far), far);
  };
}
