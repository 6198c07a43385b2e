import type { Plot, Series, SeriesPart } from '../plots/plot.ts';
import { outlineOf, pointOf, type Projection } from '../series/outline.ts';
import type { Scale } from '../series/scale.ts';
import type { Trace } from '../series/trace.ts';
import type { Theme } from '../theme.ts';
import type { Canvas } from './canvas.ts';
import { drawMarker } from './draw-marker.ts';
import { paintBars } from './paint-bars.ts';
import { markers, markersOf } from './markers.ts';
import { drawMarks } from './paint-marks.ts';
import { paintOutline, type Spot } from './paint-outline.ts';

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
