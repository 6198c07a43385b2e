import type { Plot } from '../plots/plot.ts';
import { within } from '../series/outline.ts';
import { read } from '../series/trace.ts';
import { panX, reset, zoomX } from './move-view.ts';
import type { View, Zoom } from './view.ts';

/** What a key does on a plot. */
export type KeyAction =
  | { readonly type: 'zoom'; readonly zoom: Zoom }
  | { readonly type: 'cursor'; readonly x: number }
  | { readonly type: 'explain' }
  | { readonly type: 'leave' };

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Left and right go from point to point, with Shift they pan; plus and minus zoom at the cursor, 0 shows
 * all; Home and End go to the first and last point in sight; Enter asks about the point; Escape lets go.
 */
export function keyAction(
  { key, shiftKey, ctrlKey, metaKey, altKey }: Pressed,
  plot: Plot,
  view: View,
  zoom: Zoom,
  cursor: number | undefined,
): KeyAction | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const seen = { plot, view };
  const middle = (view.x[0] + view.x[1]) / 2;
  const at = cursor !== undefined && cursor >= view.x[0] && cursor <= view.x[1] ? cursor : middle;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const direction = key === 'ArrowLeft' ? -1 : 1;
      if (shiftKey) return { type: 'zoom', zoom: panX(zoom, seen, direction / 10) };
      return moved(nextX(plot, view, cursor, direction));
    }
    case 'Home':
      return moved(pointsIn(plot, view)[0]);
    case 'End':
      return moved(pointsIn(plot, view).at(-1));
    case '+':
    case '=':
      return { type: 'zoom', zoom: zoomX(zoom, seen, 0.5, at) };
    case '-':
      return { type: 'zoom', zoom: zoomX(zoom, seen, 2, at) };
    case '0':
      return { type: 'zoom', zoom: reset(zoom, plot) };
    case 'Enter':
      return { type: 'explain' };
    case 'Escape':
      return { type: 'leave' };
    default:
      return undefined;
  }
}

function moved(x: number | undefined): KeyAction | undefined {
  return x === undefined ? undefined : { type: 'cursor', x };
}

function nextX(
  plot: Plot,
  view: View,
  cursor: number | undefined,
  direction: -1 | 1,
): number | undefined {
  const xs = pointsIn(plot, view);
  if (cursor === undefined) return direction > 0 ? xs[0] : xs.at(-1);
  return direction > 0
    ? (xs.find((x) => x > cursor) ?? xs.at(-1))
    : (xs.findLast((x) => x < cursor) ?? xs[0]);
}

/** More points than this are not gone through one by one by a hand: those of epochs alone are. */
const most = 2000;

/** The x of all points in sight, ascending; of the lines of epochs where the others have too many. */
function pointsIn({ series }: Plot, { x: [from, to] }: View): number[] {
  const xs = new Set<number>();
  for (const { trace, part } of series) {
    if (part === 'batch' && visibleCount(trace, from, to) > most) continue;
    for (let index = trace.begin; index < trace.end; index++) {
      const x = read(trace.xs, index);
      if (x >= from && x <= to) xs.add(x);
    }
  }
  return [...xs].sort((a, b) => a - b);
}

function visibleCount(trace: Plot['series'][number]['trace'], from: number, to: number): number {
  const { begin, end } = within(trace, from, to);
  return end - begin;
}
