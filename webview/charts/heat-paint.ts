import { rampSteps } from '../colour-ramp.ts';
import { paintOf, type ColourScale, type Paint } from '../plots/colour-scale.ts';
import { fold, type Folded, type HeatMap } from '../plots/heat-map.ts';
import type { Theme } from '../theme.ts';
import type { Canvas } from './canvas.ts';
import type { HeatLayout } from './heat-layout.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** All cells, each measured one with a hair of the background around it where there is room. */
export function paintMap(canvas: Canvas, map: HeatMap, layout: HeatLayout, theme: Theme): void {
  const cells = cellsOf(map, layout);
  for (const { box, of } of cells) {
    if (!Number.isFinite(of.max)) continue;
    const min = map.folding === 'largest' ? of.max : of.min;
    paintHalves(canvas, box, min, of.max, map.scale, theme);
  }
  for (const { box, of } of cells) {
    if (of.invalid > 0) paintInvalid(canvas, Number.isFinite(of.max) ? middle(box) : box, theme);
  }
}

interface CellBox {
  readonly box: Box;
  readonly of: Folded;
}

/** Those that have measured something. */
function cellsOf(
  map: HeatMap,
  { rowHeight, columnWidth, spans, pixelRatio }: HeatLayout,
): CellBox[] {
  const gap = map.rows.kind === 'things' ? 1 : 0;
  // To a pixel of the screen, or the seams between cells would shine through.
  const snapped = (column: number): number =>
    Math.round(column * columnWidth * pixelRatio) / pixelRatio;
  return map.values.flatMap((values, row) =>
    spans.flatMap((span) => {
      const of = fold(values, span);
      if (of === undefined) return [];
      const x = snapped(span.from);
      const width = snapped(span.to) - x;
      const hair = width >= 6 ? gap : 0;
      const box = { x, y: row * rowHeight, width: width - hair, height: rowHeight - gap };
      return [{ box, of }];
    }),
  );
}

/** The largest over the smallest. */
function paintHalves(
  canvas: Canvas,
  box: Box,
  min: number,
  max: number,
  scale: ColourScale,
  theme: Theme,
): void {
  if (min === max) return paintBox(canvas, box, paintOf(max, scale), theme);
  const half = box.height / 2;
  paintBox(canvas, { ...box, height: half }, paintOf(max, scale), theme);
  paintBox(canvas, { ...box, y: box.y + half, height: half }, paintOf(min, scale), theme);
}

export function paintBox(canvas: Canvas, box: Box, paint: Paint, theme: Theme): void {
  switch (paint) {
    case 'empty':
      return;
    case 'invalid':
      return paintInvalid(canvas, box, theme);
    case 'zero':
      return paintZero(canvas, box, theme);
    case 'above':
      fill(canvas, box, theme.ramp.at(-1) ?? '');
      return paintArrow(canvas, box, -1, theme);
    case 'below':
      fill(canvas, box, theme.ramp[0] ?? '');
      return paintArrow(canvas, box, 1, theme);
    default:
      fill(canvas, box, theme.ramp[Math.round(paint * (rampSteps - 1))] ?? '');
  }
}

function fill(canvas: Canvas, { x, y, width, height }: Box, colour: string): void {
  canvas.fillStyle = colour;
  canvas.fillRect(x, y, width, height);
}

/** Between the halves, which stay in sight. */
function middle(box: Box): Box {
  return { ...box, y: box.y + box.height / 3, height: box.height / 3 };
}

/** In a colour that is not on the ramp, and hatched where that can be seen. */
function paintInvalid(canvas: Canvas, box: Box, theme: Theme): void {
  fill(canvas, box, theme.invalid);
  if (box.width < 8) return;
  canvas.save();
  canvas.beginPath();
  canvas.rect(box.x, box.y, box.width, box.height);
  canvas.clip();
  hatch(canvas, box, theme.background);
  canvas.restore();
}

function hatch(canvas: Canvas, { x, y, width, height }: Box, colour: string): void {
  canvas.strokeStyle = colour;
  canvas.lineWidth = 1.5;
  canvas.beginPath();
  for (let at = -height; at < width; at += 5) {
    canvas.moveTo(x + at, y + height);
    canvas.lineTo(x + at + height, y);
  }
  canvas.stroke();
}

/** No colour, and a line through the middle: many in a row make one line. */
function paintZero(canvas: Canvas, box: Box, theme: Theme): void {
  fill(canvas, { ...box, y: box.y + box.height / 2 - 0.75, height: 1.5 }, theme.description);
}

/** Points to where the value lies, where there is room. */
function paintArrow(
  canvas: Canvas,
  { x, y, width, height }: Box,
  direction: 1 | -1,
  theme: Theme,
): void {
  if (width < 7 || height < 7) return;
  const [centre, middle] = [x + width / 2, y + height / 2];
  canvas.fillStyle = direction === -1 ? theme.background : theme.foreground;
  canvas.beginPath();
  canvas.moveTo(centre - 3, middle - direction * 2);
  canvas.lineTo(centre + 3, middle - direction * 2);
  canvas.lineTo(centre, middle + direction * 2.5);
  canvas.fill();
}
