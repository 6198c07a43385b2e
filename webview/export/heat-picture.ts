import type { Translator } from '../../src/l10n.ts';
import type { Canvas } from '../charts/canvas.ts';
import { columnTicks, heatLayout, type HeatLayout } from '../charts/heat-layout.ts';
import { paintBox, paintMap } from '../charts/heat-paint.ts';
import { legendNumbers } from '../charts/legend-numbers.ts';
import type { HeatMap } from '../plots/heat-map.ts';
import {
  columnsTitle,
  foldNote,
  heatSummary,
  heatTitle,
  scaleTitle,
  signNames,
  signsIn,
} from '../plots/heat-words.ts';
import type { Theme } from '../theme.ts';
import { headHeight, lineHeight, margin, paintFoot, paintHead, wrapped } from './paint-text.ts';
import type { Picture } from './picture.ts';
import { textWidth } from './text-width.ts';

const width = 800;
const ramp = { width: 240, height: 10 };
/** Of the ramp with its numbers and the signs below it. */
const legendHeight = ramp.height + 2 * lineHeight;
const sign = { width: 26, height: 14 };

/** A heat map as it stands by itself in a document: title, legend, and the names of rows and columns. */
export function heatPicture(map: HeatMap, theme: Theme, t: Translator): Picture {
  const left = Math.ceil(margin + namesWidth(map) + 8);
  const layout = heatLayout(map, width - margin - left, 2);
  const top = headHeight(true) + legendHeight;
  const note = foldNote(map, layout.spans);
  const foot = note === undefined ? [] : wrapped(t(note), width - 2 * margin, 11);
  const height = top + layout.height + (foot.length + 2) * lineHeight + 2 * margin;
  const paint = (canvas: Canvas): void => {
    const unit = t(scaleTitle(map.scale));
    paintHead(canvas, { width, height, theme }, t(heatTitle(map)), unit);
    const brush = { canvas, map, theme, t };
    paintLegend(brush, headHeight(true));
    paintNames(brush, layout, left, top);
    canvas.save();
    canvas.translate(left, top);
    paintMap(canvas, map, layout, theme);
    paintEdge(canvas, layout, theme);
    canvas.restore();
    paintFoot(canvas, foot, height - margin, theme);
  };
  return { title: heatTitle(map), label: t(heatSummary(map)), width, height, paint };
}

interface Brush {
  readonly canvas: Canvas;
  readonly map: HeatMap;
  readonly theme: Theme;
  readonly t: Translator;
}

function namesWidth({ rows }: HeatMap): number {
  return Math.max(0, ...rows.entries.map(({ tick = '' }) => textWidth(tick, 11)));
}

/** The ramp with its numbers, and what is not on it. */
function paintLegend({ canvas, map, theme, t }: Brush, top: number): void {
  const step = ramp.width / theme.ramp.length;
  theme.ramp.forEach((colour, index) => {
    canvas.fillStyle = colour;
    // A hair wider, so that no seam shines through.
    canvas.fillRect(margin + index * step, top, step + 0.5, ramp.height);
  });
  canvas.font = `400 11px ${theme.font}`;
  canvas.fillStyle = theme.description;
  canvas.textAlign = 'center';
  for (const { place, text } of legendNumbers(map.scale, t))
    canvas.fillText(text, margin + place * ramp.width, top + ramp.height + 12);
  paintSigns({ canvas, map, theme, t }, margin + ramp.width + 32, top);
}

function paintSigns({ canvas, map, theme, t }: Brush, left: number, top: number): void {
  let x = left;
  for (const of of signsIn([map])) {
    const name = t(signNames[of]);
    paintBox(canvas, { x, y: top - 2, ...sign }, of, theme);
    canvas.font = `400 11px ${theme.font}`;
    canvas.textAlign = 'left';
    canvas.fillStyle = theme.foreground;
    canvas.fillText(name, x + sign.width + 6, top + 9);
    x += sign.width + 6 + textWidth(name, 11) + 18;
  }
}

/** Shows how far the map reaches where cells are still empty. */
function paintEdge(canvas: Canvas, { width, height }: HeatLayout, theme: Theme): void {
  canvas.strokeStyle = theme.grid;
  canvas.lineWidth = 1;
  canvas.beginPath();
  canvas.rect(-0.5, -0.5, width + 1, height + 1);
  canvas.stroke();
}

/** Of the rows at the left, of the columns below. */
function paintNames(
  { canvas, map, theme, t }: Brush,
  layout: HeatLayout,
  left: number,
  top: number,
): void {
  canvas.font = `400 11px ${theme.font}`;
  canvas.fillStyle = theme.description;
  canvas.textAlign = 'right';
  map.rows.entries.forEach(({ tick }, row) => {
    if (tick !== undefined)
      canvas.fillText(tick, left - 8, top + (row + 0.5) * layout.rowHeight + 4);
  });
  canvas.textAlign = 'center';
  const bottom = top + layout.height + lineHeight;
  for (const column of columnTicks(map, layout)) {
    const name = t.figure(map.columns.moments[column] ?? NaN, 'count');
    canvas.fillText(name, left + (column + 0.5) * layout.columnWidth, bottom);
  }
  canvas.fillText(t(columnsTitle(map)), left + layout.width / 2, bottom + lineHeight);
}
