import type { Plot, Series, SeriesPart } from '../plots/plot.ts';
import { outlineOf, pointOf, type Outline, type Projection } from '../series/outline.ts';
import type { Scale } from '../series/scale.ts';
import type { Trace } from '../series/trace.ts';
import type { Theme } from '../theme.ts';
import type { Canvas } from './canvas.ts';
import { drawMarker } from './draw-marker.ts';
import { paintBars } from './paint-bars.ts';
import { markers, markersOf } from './markers.ts';
import { drawMarks } from './paint-marks.ts';
import { Shape } from './shape.ts';

/** The rectangle of a canvas that lines are drawn in, in CSS pixels. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What lines are painted with. */
export interface Brush {
  readonly context: Canvas;
  readonly area: Area;
  readonly projection: Projection;
  readonly y: Scale;
  readonly theme: Theme;
  /** Of a device pixel, in CSS pixels. */
  readonly pixel: number;
  /** So that a marker at the edge of the whole is whole; at the top, spikes are cut off. */
  readonly overhang: number;
}

const widths: Record<SeriesPart, number> = { main: 1.75, training: 1.25, batch: 1 };

/** All lines, the faint ones under the others, and marks of what has no place. */
export function paintLines(plot: Plot, brush: Brush): void {
  const { context, area, overhang } = brush;
  context.save();
  context.beginPath();
  const width = area.right - area.left + 2 * overhang;
  context.rect(area.left - overhang, area.top, width, area.bottom - area.top + overhang);
  context.clip();
  for (const series of plot.series) paintBand(series, brush);
  for (const part of ['batch', 'training', 'main'] as const) {
    for (const series of plot.series) if (series.part === part) paintSeries(series, plot, brush);
  }
  context.restore();
}

function paintSeries(series: Series, plot: Plot, brush: Brush): void {
  const { part, slot, trace, smoothed } = series;
  const { theme, context } = brush;
  if (series.bars !== undefined) return paintBars(series, series.bars, brush);
  const strong = theme.colours[slot] ?? theme.foreground;
  const faint = theme.faint[slot] ?? theme.foreground;
  const outline = outlineOf(trace, brush.projection, brush.pixel);
  const isUnder = part === 'batch' || smoothed !== undefined;
  context.setLineDash(part === 'training' && !isUnder ? [5, 3] : []);
  paintOutline(outline, isUnder ? faint : strong, isUnder ? 1 : widths[part], brush);
  if (smoothed !== undefined) {
    context.setLineDash(part === 'training' ? [5, 3] : []);
    const over = outlineOf(smoothed, brush.projection, brush.pixel);
    paintOutline(over, strong, part === 'main' ? 1.75 : 1.25, brush);
  }
  context.setLineDash([]);
  if (part === 'main') paintMarkers(smoothed ?? trace, series, plot, brush, strong);
  drawMarks(outline, brush, strong);
}

function paintOutline(outline: Outline, colour: string, width: number, brush: Brush): void {
  const { context } = brush;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  if (outline.kind === 'points') paintPoints(outline.points, width, context);
  else paintColumns(outline, width, brush);
}

interface Spot {
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

function paintBand({ band, slot }: Series, brush: Brush): void {
  if (band === undefined) return;
  const { context, theme } = brush;
  context.beginPath();
  for (const { x, y } of edgeOf(band.upper, 'max', brush)) context.lineTo(x, y);
  for (const { x, y } of edgeOf(band.lower, 'min', brush).reverse()) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = theme.band[slot] ?? theme.foreground;
  context.fill();
}

/** One side of a band; where a pixel has several points, the one that is farthest out. */
function edgeOf(trace: Trace, side: 'min' | 'max', { projection, pixel }: Brush): Spot[] {
  const outline = outlineOf(trace, projection, pixel);
  const spots: readonly Spot[] =
    outline.kind === 'points'
      ? outline.points
      : outline.columns.map((column) => ({
          x: column.x + outline.width / 2,
          y: projection.yOf(column[side]),
        }));
  return spots.filter(({ y }) => Number.isFinite(y));
}

function paintMarkers(
  trace: Trace,
  series: Series,
  plot: Plot,
  brush: Brush,
  colour: string,
): void {
  const { context, projection, theme } = brush;
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  for (const { index, radius } of markersOf(trace, plot, theme.highContrast)) {
    const { x, y } = pointOf(trace, projection, index);
    if (!Number.isFinite(y)) continue;
    drawMarker(context, markers[series.slot % markers.length] ?? 'circle', x, y, radius);
  }
}
