import type { Translator } from '../../src/l10n.ts';
import type { Plot } from '../plots/plot.ts';
import type { Theme } from '../theme.ts';
import type { Canvas } from './canvas.ts';
import { xIn } from '../series/outline.ts';
import type { Brush } from './paint.ts';
import { drawEnd } from './paint-marks.ts';

/** What is written over the lines: levels, how far training is, and where a run has diverged. */
export function paintNotes(plot: Plot, brush: Brush, t: Translator): void {
  const { context, theme, projection } = brush;
  context.save();
  paintLevels(plot, brush, t);
  if (plot.now !== undefined) vertical(brush, xIn(projection, plot.now), theme.description, [2, 3]);
  const marked = plot.series.filter(({ marks }) => marks.length > 0);
  for (const [row, { slot, marks }] of marked.entries()) {
    const colour = theme.colours[slot] ?? theme.foreground;
    for (const { x, label } of marks) paintEnd(xIn(projection, x), t(label), row, colour, brush);
  }
  context.restore();
}

function paintLevels(
  { levels }: Plot,
  { context, area, projection, theme }: Brush,
  t: Translator,
): void {
  for (const { y, label } of levels) {
    const at = projection.yOf(y);
    if (!(at >= area.top && at <= area.bottom)) continue;
    line(context, [area.left, at], [area.right, at], theme.description, [2, 3]);
    context.textAlign = 'right';
    const above = at - 4 > area.top + 10;
    text(context, t(label), area.right - 2, above ? at - 4 : at + 12, theme.description, theme);
  }
}

/** A vertical line through the plot, if it is in sight. */
export function vertical(
  { context, area }: Brush,
  x: number,
  colour: string,
  dash: number[],
): void {
  if (x < area.left || x > area.right) return;
  line(context, [x, area.top], [x, area.bottom], colour, dash);
}

/** Labels of several runs stand under each other. */
function paintEnd(x: number, label: string, row: number, colour: string, brush: Brush): void {
  const { context, area, theme } = brush;
  if (x < area.left || x > area.right) return;
  drawEnd(context, x, area.top, colour);
  const isRight = x > (area.left + area.right) / 2;
  context.textAlign = isRight ? 'right' : 'left';
  text(context, label, x + (isRight ? -8 : 8), area.top + 8 + 13 * row, theme.foreground, theme);
}

type Spot = readonly [number, number];

function line(context: Canvas, from: Spot, to: Spot, colour: string, dash: number[]): void {
  context.beginPath();
  context.setLineDash(dash);
  context.lineWidth = 1;
  context.strokeStyle = colour;
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

/** With a rim of the background, so that it can be read over lines. */
function text(
  context: Canvas,
  words: string,
  x: number,
  y: number,
  colour: string,
  theme: Theme,
): void {
  context.font = `11px ${theme.font}`;
  context.setLineDash([]);
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = theme.background;
  context.strokeText(words, x, y);
  context.fillStyle = colour;
  context.fillText(words, x, y);
}
