import { xIn } from '../series/outline.ts';
import { vertical } from './overlay.ts';
import type { Brush } from './paint.ts';

/** What lies over the lines and changes with the pointer. */
export interface Pointed {
  /** x under the cursor. */
  readonly x: number | undefined;
  /** The points that are read there: x and y, and the slot of their colour. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly slot: number }[];
  /** A rectangle that is being drawn, in pixels: left, top, width and height. */
  readonly selection: readonly [number, number, number, number] | undefined;
}

export function paintPointed({ x, dots, selection }: Pointed, brush: Brush): void {
  const { context, projection, theme, area } = brush;
  if (x !== undefined) vertical(brush, xIn(projection, x), theme.foreground, []);
  for (const dot of dots) {
    const [left, top] = [xIn(projection, dot.x), projection.yOf(dot.y)];
    if (left < area.left - 1 || left > area.right + 1 || !(top >= area.top - 1)) continue;
    context.beginPath();
    context.arc(left, top, 3, 0, 2 * Math.PI);
    context.fillStyle = theme.colours[dot.slot] ?? theme.foreground;
    context.strokeStyle = theme.background;
    context.lineWidth = 1;
    context.fill();
    context.stroke();
  }
  if (selection === undefined) return;
  context.fillStyle = theme.selection;
  context.fillRect(...selection);
  context.strokeStyle = theme.foreground;
  context.setLineDash([3, 3]);
  context.lineWidth = 1;
  context.beginPath();
  context.rect(...selection);
  context.stroke();
  context.setLineDash([]);
}
