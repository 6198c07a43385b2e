import type { Chart, Plugin } from 'chart.js';
import type { Translator } from '../../src/l10n.ts';
import type { Mark, Plot } from '../plots/plot.ts';
import type { Theme } from '../theme.ts';

/** What the overlay draws now. */
export interface Shown {
  readonly plot: Plot;
  readonly theme: Theme;
  readonly t: Translator;
  /** x under the pointer. */
  readonly cursor: number | undefined;
}

type Canvas = CanvasRenderingContext2D;

/** Over the lines: levels, how far training is, the cursor, and marks of what has no place. */
export function overlay(shown: () => Shown): Plugin<'line'> {
  return {
    id: 'overlay',
    afterDatasetsDraw: (chart) => {
      const { ctx } = chart;
      ctx.save();
      drawLevels(chart, shown());
      drawVertical(chart, shown().plot.now, shown().theme.description, [2, 3]);
      drawVertical(chart, shown().cursor, shown().theme.foreground, []);
      drawMarks(chart, shown());
      ctx.restore();
    },
  };
}

function drawLevels(chart: Chart, { plot, theme, t }: Shown): void {
  const { ctx, chartArea, scales } = chart;
  for (const { y, label } of plot.levels) {
    const at = scales['y']?.getPixelForValue(y);
    if (at === undefined || at < chartArea.top || at > chartArea.bottom) continue;
    line(ctx, [chartArea.left, at], [chartArea.right, at], theme.description, [2, 3]);
    ctx.textAlign = 'right';
    const above = at - 4 > chartArea.top + 10;
    text(ctx, t(label), chartArea.right - 2, above ? at - 4 : at + 12, theme.description, theme);
  }
}

function drawVertical(chart: Chart, x: number | undefined, colour: string, dash: number[]): void {
  const at = x === undefined ? undefined : chart.scales['x']?.getPixelForValue(x);
  if (at === undefined) return;
  line(chart.ctx, [at, chart.chartArea.top], [at, chart.chartArea.bottom], colour, dash);
}

function drawMarks(chart: Chart, { plot, theme, t }: Shown): void {
  const marked = plot.series.filter(({ marks }) => marks.length > 0);
  for (const [row, { slot, marks }] of marked.entries()) {
    const colour = theme.colours[slot] ?? theme.foreground;
    for (const mark of marks) drawMark(chart, mark, colour);
    for (const mark of marks) drawMarkLabel(chart, mark, row, t, theme);
  }
}

const size = 4;

function drawMark(chart: Chart, { x, kind }: Mark, colour: string): void {
  const { ctx, chartArea, scales } = chart;
  const at = scales['x']?.getPixelForValue(x) ?? 0;
  const y = kind === 'below' ? chartArea.bottom - size : chartArea.top + size;
  ctx.beginPath();
  if (kind === 'invalid') cross(ctx, at, y);
  else arrow(ctx, at, y, kind === 'above' ? -1 : 1);
  ctx.setLineDash([]);
  ctx.lineWidth = 2;
  ctx.strokeStyle = colour;
  ctx.stroke();
}

function cross(ctx: Canvas, x: number, y: number): void {
  ctx.moveTo(x - size, y - size);
  ctx.lineTo(x + size, y + size);
  ctx.moveTo(x + size, y - size);
  ctx.lineTo(x - size, y + size);
}

function arrow(ctx: Canvas, x: number, y: number, direction: 1 | -1): void {
  ctx.moveTo(x - size, y - direction * 2);
  ctx.lineTo(x, y + direction * 2);
  ctx.lineTo(x + size, y - direction * 2);
}

/** Labels of several runs stand under each other. */
function drawMarkLabel(chart: Chart, mark: Mark, row: number, t: Translator, theme: Theme): void {
  if (mark.label === undefined) return;
  const { ctx, chartArea, scales } = chart;
  const at = scales['x']?.getPixelForValue(mark.x) ?? 0;
  const isRight = at > (chartArea.left + chartArea.right) / 2;
  ctx.textAlign = isRight ? 'right' : 'left';
  const x = at + (isRight ? -1 : 1) * (size + 4);
  text(ctx, t(mark.label), x, chartArea.top + 8 + 13 * row, theme.foreground, theme);
}

type Spot = readonly [number, number];

function line(ctx: Canvas, from: Spot, to: Spot, colour: string, dash: number[]): void {
  ctx.beginPath();
  ctx.setLineDash(dash);
  ctx.lineWidth = 1;
  ctx.strokeStyle = colour;
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
}

/** With a rim of the background, so that it can be read over lines. */
function text(
  ctx: Canvas,
  words: string,
  x: number,
  y: number,
  colour: string,
  theme: Theme,
): void {
  ctx.font = `11px ${theme.font}`;
  ctx.setLineDash([]);
  ctx.lineJoin = 'round';
  ctx.lineWidth = 3;
  ctx.strokeStyle = theme.background;
  ctx.strokeText(words, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(words, x, y);
}
