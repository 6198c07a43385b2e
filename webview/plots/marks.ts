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
  return outline.columns.flatMap(({ x, min, max, invalid }): Mark[] => [
    ...(invalid > 0 ? [{ x: x + half, kind: 'invalid', value: NaN } as const] : []),
    ...(max > y.max ? [{ x: x + half, kind: 'above', value: max } as const] : []),
    ...(min < y.min ? [{ x: x + half, kind: 'below', value: min } as const] : []),
  ]);
}

function markKind(value: number, { min, max }: Scale): MarkKind | undefined {
  if (!Number.isFinite(value)) return 'invalid';
  if (value > max) return 'above';
  return value < min ? 'below' : undefined;
}
