import type { Message, Translator } from '../../src/l10n.ts';
import type { Canvas } from '../charts/canvas.ts';
import { paintNotes } from '../charts/overlay.ts';
import { paintLines, type Area, type Brush } from '../charts/paint.ts';
import { tickText } from '../charts/ticks.ts';
import { pixelsOf, type View } from '../charts/view.ts';
import { argText } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import { summary } from '../plots/words.ts';
import type { Theme } from '../theme.ts';
import { xTicks, yTicks } from './axis-ticks.ts';
import { legendHeight, paintLegend } from './figure-legend.ts';
import { headHeight, lineHeight, margin, paintFoot, paintHead, wrapped } from './paint-text.ts';
import type { Picture } from './picture.ts';
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
  /** What is to be said below it; left out where the document says it. */
  readonly notes?: readonly Message[];
}

/** A plot as a picture. */
export function linePicture(figure: Figure): Picture {
  const { plot, t, width, height } = figure;
  const label = argText(summary(plot), t);
  const paint = (canvas: Canvas, pixel: number): void => paintFigure(canvas, figure, pixel);
  return { title: plot.title, label, width, height, paint };
}

function paintFigure(canvas: Canvas, figure: Figure, pixel: number): void {
  const { plot, theme, t, height } = figure;
  paintHead(canvas, figure, t(plot.title), plot.unit && t(plot.unit));
  paintLegend(canvas, figure, topOf(figure));
  const brush = brushOf(canvas, figure, pixel);
  paintAxes(brush, figure);
  paintLines(plot, brush);
  paintNotes(plot, brush, t);
  paintFoot(canvas, footOf(figure), height - margin, theme);
}

const topOf = ({ plot }: Figure): number => headHeight(plot.unit !== undefined);

function footOf({ notes = [], width, t }: Figure): string[] {
  return notes.flatMap((note) => wrapped(t(note), width - 2 * margin, 11));
}

function brushOf(canvas: Canvas, figure: Figure, pixel: number): Brush {
  const { plot, view, theme } = figure;
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
    top: topOf(figure) + legendHeight(figure) + 8,
    bottom: height - margin - 2 * lineHeight - 4 - footOf(figure).length * lineHeight,
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
