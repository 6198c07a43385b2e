import type { Canvas } from '../charts/canvas.ts';
import { drawMarker } from '../charts/draw-marker.ts';
import { markers } from '../charts/markers.ts';
import type { Series } from '../plots/plot.ts';
import { labelOf, type Figure } from './figure.ts';
import { margin } from './paint-text.ts';
import { textWidth } from './text-width.ts';

const rowHeight = 18;
/** Of the piece of line before a label. */
const swatch = 24;
const gap = 16;

interface Entry {
  readonly series: Series;
  readonly text: string;
  readonly x: number;
  readonly row: number;
}

export function legendHeight(figure: Figure): number {
  const last = entries(figure).at(-1);
  return last === undefined ? 0 : (last.row + 1) * rowHeight;
}

/** A piece of each line with its name, in as many rows as it takes. @param top of the first row */
export function paintLegend(canvas: Canvas, figure: Figure, top: number): void {
  const { theme } = figure;
  for (const { series, text, x, row } of entries(figure)) {
    const y = top + row * rowHeight + rowHeight / 2;
    paintSwatch(canvas, series, x, y, figure);
    canvas.font = `400 12px ${theme.font}`;
    canvas.textAlign = 'left';
    canvas.fillStyle = theme.foreground;
    canvas.fillText(text, x + swatch, y + 4);
  }
}

/** Beside each other while there is room. */
function entries(figure: Figure): Entry[] {
  const { plot, t, width } = figure;
  let [x, row] = [margin, 0];
  return plot.series.map((series) => {
    const text = labelOf(series, t);
    const wide = swatch + textWidth(text, 12);
    if (x > margin && x + wide > width - margin) [x, row] = [margin, row + 1];
    const entry = { series, text, x, row };
    x += wide + gap;
    return entry;
  });
}

function paintSwatch(
  canvas: Canvas,
  { slot, part }: Series,
  x: number,
  y: number,
  { theme }: Figure,
): void {
  const colour = theme.colours[slot] ?? theme.foreground;
  canvas.strokeStyle = part === 'batch' ? (theme.faint[slot] ?? colour) : colour;
  canvas.fillStyle = colour;
  canvas.lineWidth = part === 'batch' ? 4 : 1.75;
  canvas.setLineDash(part === 'training' ? [5, 3] : []);
  canvas.beginPath();
  canvas.moveTo(x, y);
  canvas.lineTo(x + 18, y);
  canvas.stroke();
  canvas.setLineDash([]);
  if (part === 'main') drawMarker(canvas, markers[slot % markers.length] ?? 'circle', x + 9, y, 3);
}
