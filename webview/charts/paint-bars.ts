import type { Series } from '../plots/plot.ts';
import { xIn } from '../series/outline.ts';
import { pointsOf } from '../series/trace.ts';
import type { Brush } from './paint.ts';

/** A bar a point, from the foot of the plot up to its value; none for what has no place on the axis. */
export function paintBars(
  { trace, slot }: Series,
  { from, to }: NonNullable<Series['bars']>,
  { context, projection, theme, area }: Brush,
): void {
  context.fillStyle = theme.colours[slot] ?? theme.foreground;
  for (const { x, y } of pointsOf(trace)) {
    const top = projection.yOf(y);
    if (!Number.isFinite(top)) continue;
    const left = xIn(projection, x + from);
    const width = Math.max(xIn(projection, x + to) - left, 1);
    context.fillRect(left, top, width, area.bottom - top);
  }
}
