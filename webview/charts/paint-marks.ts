import type { Outline } from '../series/outline.ts';
import { marksOf, type MarkKind } from '../plots/marks.ts';
import type { Canvas } from './canvas.ts';
import type { Brush } from './paint.ts';

const size = 4;

/** Crosses and arrows at the edges; of a kind that crowds, one for every few pixels. */
export function drawMarks(
  outline: Outline,
  { context, area, y, pixel }: Brush,
  colour: string,
): void {
  context.setLineDash([]);
  context.lineWidth = Math.max(2, pixel);
  context.strokeStyle = colour;
  context.beginPath();
  const lastOf = new Map<MarkKind, number>();
  for (const { x, kind } of marksOf(outline, y)) {
    if (x < area.left - size || x > area.right + size) continue;
    if (x - (lastOf.get(kind) ?? -Infinity) < size) continue;
    lastOf.set(kind, x);
    drawMark(context, x, kind, area);
  }
  context.stroke();
}

function drawMark(context: Canvas, x: number, kind: MarkKind, area: Brush['area']): void {
  if (kind === 'invalid') return cross(context, x, area.top + size);
  if (kind === 'above') return arrow(context, x, area.top + size, -1);
  arrow(context, x, area.bottom - size, 1);
}

/** Where a line ends for good. */
export function drawEnd(context: Canvas, x: number, top: number, colour: string): void {
  context.setLineDash([]);
  context.lineWidth = 2;
  context.strokeStyle = colour;
  context.beginPath();
  cross(context, x, top + size);
  context.stroke();
}

function cross(context: Canvas, x: number, y: number): void {
  context.moveTo(x - size, y - size);
  context.lineTo(x + size, y + size);
  context.moveTo(x + size, y - size);
  context.lineTo(x - size, y + size);
}

function arrow(context: Canvas, x: number, y: number, direction: 1 | -1): void {
  context.moveTo(x - size, y - direction * 2);
  context.lineTo(x, y + direction * 2);
  context.lineTo(x + size, y - direction * 2);
}
