import type { Outline } from '../series/outline.ts';
import type { Canvas } from './canvas.ts';
import type { Brush } from './paint.ts';
import { Shape } from './shape.ts';

/** A line as it is outlined: from point to point, or the pixels that it fills. @param width in CSS pixels */
export function paintOutline(outline: Outline, colour: string, width: number, brush: Brush): void {
  const { context } = brush;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  if (outline.kind === 'points') paintPoints(outline.points, width, context);
  else paintColumns(outline, width, brush);
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A line from point to point; a point without neighbours is a dot. */
function paintPoints(points: readonly Spot[], width: number, context: Canvas): void {
  const has = (index: number): boolean => Number.isFinite(points[index]?.y);
  context.beginPath();
  const lonely: Spot[] = [];
  points.forEach((point, index) => {
    if (!has(index)) return;
    if (has(index - 1)) context.lineTo(point.x, point.y);
    else context.moveTo(point.x, point.y);
    if (!has(index - 1) && !has(index + 1)) lonely.push(point);
  });
  context.stroke();
  for (const { x, y } of lonely) context.fillRect(x - width, y - width, 2 * width, 2 * width);
}

type Columns = Extract<Outline, { kind: 'columns' }>;

/**
 * Every column as the rectangle that its values fill, together with the way from the column before.
 * Columns beside each other are one shape, so that a faint colour stays as faint where they touch; it lies
 * on whole pixels of the device, since edges between them cost a canvas ten times as long.
 */
function paintColumns(
  { columns, width, before, after }: Columns,
  line: number,
  brush: Brush,
): void {
  const { context, projection, pixel } = brush;
  const half = line / 2;
  const shape = new Shape(context);
  context.beginPath();
  let last: Spot | undefined = before && { x: before.x, y: before.y };
  let lastValue = before?.value ?? NaN;
  const gaps: [Spot, Spot][] = [];
  for (const column of columns) {
    const middle = column.x + width / 2;
    const isNext = last !== undefined && middle - last.x < 1.5 * width;
    const joins = isNext && Number.isFinite(lastValue) && Number.isFinite(column.first);
    const high = projection.yOf(joins ? Math.max(column.max, lastValue) : column.max);
    const bottom = projection.yOf(joins ? Math.min(column.min, lastValue) : column.min);
    const low = Number.isFinite(bottom) ? bottom : brush.area.bottom + brush.overhang; // 0 on a log axis.
    if (!joins) shape.close();
    const left = Math.round(column.x / pixel) * pixel;
    if (high - low <= 0) shape.add(left, left + width, high - half, low + half);
    else shape.close();
    if (!isNext && last !== undefined)
      gaps.push([last, { x: middle, y: projection.yOf(column.first) }]);
    last = { x: middle, y: projection.yOf(column.last) };
    lastValue = column.last;
  }
  shape.close();
  context.fill();
  if (after !== undefined && last !== undefined) gaps.push([last, after]);
  for (const gap of gaps) paintPoints(gap, 0, context);
}
