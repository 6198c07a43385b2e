import type { Span } from '../choices.ts';
import type { Plot } from '../plots/plot.ts';
import { panned, spanAt, zoomed, type View, type Zoom } from './view.ts';

/* What a person does to a view, as a change of the page's zoom. */

type Seen = { readonly plot: Plot; readonly view: View };

/** The narrowest stretch, as a share of the whole: about a point in ten million. */
const narrowest = 1e-7;

/** Zooms x to `factor` of its width around `at`; the whole of it when there is no more to see. */
export function zoomX(zoom: Zoom, { plot, view }: Seen, factor: number, at: number): Zoom {
  const { min, max, link } = plot.x;
  const bounds: Span = [min, max];
  const span = zoomed(view.x, factor, at, bounds, (max - min) * narrowest);
  const isWhole = span[0] <= min && span[1] >= max;
  return {
    ...zoom,
    x: isWhole ? without(zoom.x, link) : { ...zoom.x, [link]: span },
    follow: false,
  };
}

/** Moves x by a share of what is seen. */
export function panX(zoom: Zoom, { plot, view }: Seen, share: number): Zoom {
  const { min, max, link } = plot.x;
  if (zoom.x[link] === undefined) return zoom;
  const by = share * (view.x[1] - view.x[0]);
  return { ...zoom, x: { ...zoom.x, [link]: panned(view.x, by, [min, max]) }, follow: false };
}

/** Moves y by a share of what is seen of it. */
export function panY(zoom: Zoom, { plot, view }: Seen, share: number): Zoom {
  const span = spanAt(view.y, [share, 1 + share]);
  if (zoom.y[plot.key] === undefined || span === undefined) return zoom;
  return { ...zoom, y: { ...zoom.y, [plot.key]: span } };
}

/** A rectangle in shares of the plot, from its left and from its bottom; what is absent stays. */
export interface Selection {
  readonly x?: Span;
  readonly y?: Span;
}

export function zoomTo(zoom: Zoom, { plot, view }: Seen, { x, y }: Selection): Zoom {
  const [from, to] = view.x;
  const at = (share: number): number => from + share * (to - from);
  const spanY = y && spanAt(view.y, y);
  return {
    x: x === undefined ? zoom.x : { ...zoom.x, [plot.x.link]: [at(x[0]), at(x[1])] },
    y: spanY === undefined ? zoom.y : { ...zoom.y, [plot.key]: spanY },
    follow: x === undefined && zoom.follow,
  };
}

/** All of x for every linked plot, and all of y for this one. */
export function reset(zoom: Zoom, { key, x }: Plot): Zoom {
  return { x: without(zoom.x, x.link), y: without(zoom.y, key), follow: false };
}

export function isZoomed(zoom: Zoom, { key, x }: Plot): boolean {
  return zoom.x[x.link] !== undefined || zoom.y[key] !== undefined;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
