import type { Outline } from '../series/outline.ts';
import type { Scale } from '../series/scale.ts';

/** A measured value that a line cannot show. */
export interface Mark {
  /** Pixels. */
  readonly x: number;
  readonly kind: MarkKind;
  /** The farthest of those that share the pixel. */
  readonly value: number;
}

/** NaN or infinite; over the top edge; under the bottom edge, such as 0 on a log axis. */
export type MarkKind = 'invalid' | 'above' | 'below';

/** What of a line lies outside its axis: at most one mark of a kind in each pixel. */
export function marksOf(outline: Outline, y: Scale): Mark[] {
  if (outline.kind === 'points') {
    return outline.points.flatMap(({ x, value }) => {
      const kind = markKind(value, y);
      return kind === undefined ? [] : [{ x, kind, value }];
    });
  }
  const half = outline.width / 2;
  const marks: Mark[] = []; // Most columns have none: a list of lists would be made for nothing.
  for (const { x, min, max, invalid } of outline.columns) {
    if (invalid > 0) marks.push({ x: x + half, kind: 'invalid', value: NaN });
    if (max > y.max) marks.push({ x: x + half, kind: 'above', value: max });
    if (min < y.min) marks.push({ x: x + half, kind: 'below', value: min });
  }
  return marks;
}

function markKind(value: number, { min, max }: Scale): MarkKind | undefined {
  if (!Number.isFinite(value)) return 'invalid';
  if (value > max) return 'above';
  return value < min ? 'below' : undefined;
}
