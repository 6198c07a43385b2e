import type { Translator } from '../../src/l10n.ts';
import type { Canvas } from '../charts/canvas.ts';
import { paintNotes } from '../charts/overlay.ts';
import { paintLines, type Area, type Brush } from '../charts/paint.ts';
import { tickText } from '../charts/ticks.ts';
import { pixelsOf, type View } from '../charts/view.ts';
import { argText } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import type { Theme } from '../theme.ts';
import { xTicks, yTicks } from './axis-ticks.ts';
import { legendHeight, paintLegend } from './figure-legend.ts';
import { textWidth } from './text-width.ts';

/** A plot as it stands by itself in a document: with title, legend and axes. */
export interface Figure {
  readonly plot: Plot;
  readonly view: View;
  readonly theme: Theme;
  readonly t: Translator;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Of a pixel of the result, in CSS pixels: how finely lines are drawn. */
  readonly pixel: number;
}

export const margin = 16;
/** Of a line of text. */
const lineHeight = 16;
const titleHeight = 24;

/** All of it, from the background on. */
export function paintFigure(canvas: Canvas, figure: Figure): void {
  const { plot, theme, t, width, height } = figure;
  canvas.fillStyle = theme.background;
  canvas.fillRect(0, 0, width, height);
  canvas.textAlign = 'left';
  canvas.fillStyle = theme.foreground;
  canvas.font = `600 15px ${theme.font}`;
  canvas.fillText(t(plot.title), margin, margin + 12);
  canvas.font = `400 12px ${theme.font}`;
  canvas.fillStyle = theme.description;
  if (plot.unit !== undefined) canvas.fillText(t(plot.unit), margin, margin + titleHeight + 8);
  paintLegend(canvas, figure, headHeight(figure));
  const brush = brushOf(canvas, figure);
  paintAxes(brush, figure);
  paintLines(plot, brush);
  paintNotes(plot, brush, t);
}

/** Of title and unit, margin included. */
function headHeight({ plot }: Figure): number {
  return margin + titleHeight + (plot.unit === undefined ? 0 : lineHeight);
}

function brushOf(canvas: Canvas, figure: Figure): Brush {
  const { plot, view, theme, pixel } = figure;
  const area = areaOf(figure);
  const [from, to] = view.x;
  const yOf = pixelsOf(view.y, area.top, area.bottom);
  const isWhole = from === plot.x.min && to === plot.x.max;
  return {
    context: canvas,
    area,
    projection: { left: area.left, right: area.right, from, to, yOf },
    y: view.y,
    theme,
    pixel,
    overhang: isWhole ? 6 : 0,
  };
}

function areaOf(figure: Figure): Area {
  const { width, height } = figure;
  const labels = yTicks(figure.view.y).map((value) => textWidth(yText(value, figure), 11));
  return {
    left: Math.round(margin + Math.max(...labels, 20) + 8),
    right: width - margin,
    top: headHeight(figure) + legendHeight(figure) + 8,
    bottom: height - margin - 2 * lineHeight - 4,
  };
}

function paintAxes({ context: canvas, area, projection }: Brush, figure: Figure): void {
  const { plot, view, theme, t } = figure;
  canvas.lineWidth = 1;
  canvas.font = `400 11px ${theme.font}`;
  canvas.fillStyle = theme.description;
  canvas.textAlign = 'right';
  for (const value of yTicks(view.y)) {
    const y = projection.yOf(value);
    line(canvas, [area.left, y], [area.right, y], theme.grid);
    canvas.fillText(yText(value, figure), area.left - 8, y + 4);
  }
  line(canvas, [area.left, area.bottom], [area.right, area.bottom], theme.grid);
  canvas.textAlign = 'center';
  const [from, to] = view.x;
  for (const value of xTicks(plot.x, view.x)) {
    const x = area.left + ((value - from) / (to - from)) * (area.right - area.left);
    canvas.fillText(tickText(value, plot.x, t, to - from), x, area.bottom + lineHeight);
  }
  canvas.fillText(t(plot.x.title), (area.left + area.right) / 2, area.bottom + 2 * lineHeight + 2);
}

function yText(value: number, { plot, view, t }: Figure): string {
  return tickText(value, plot.y, t, view.y.max - view.y.min);
}

type Spot = readonly [number, number];

function line(canvas: Canvas, from: Spot, to: Spot, colour: string): void {
  canvas.beginPath();
  canvas.setLineDash([]);
  canvas.strokeStyle = colour;
  canvas.moveTo(...from);
  canvas.lineTo(...to);
  canvas.stroke();
}

/** What a legend says of a line; a name in another direction does not turn what stands around it. */
export function labelOf({ label }: Plot['series'][number], t: Translator): string {
  return `\u2068${argText(label, t)}\u2069`;
}
