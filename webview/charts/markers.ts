import type { Plot } from '../plots/plot.ts';
import { read, rowAt, type Trace } from '../series/trace.ts';

/** One a slot, besides its colour, for those who cannot tell the colours apart. */
export const markers = ['circle', 'rectRot', 'triangle', 'rect', 'star', 'crossRot'] as const;

export type MarkerShape = (typeof markers)[number];

export interface Marker {
  readonly index: number;
  readonly radius: number;
}

const radius = 3.5;

/** In high contrast, where colours count less, every epoch of a short run has a small marker too. */
export function markersOf(trace: Trace, plot: Plot, highContrast: boolean): Marker[] {
  const { begin, end } = trace;
  if (plot.markers === 'last' && !(highContrast && end - begin < 60)) {
    const last = lastFinite(trace);
    return last === undefined ? [] : [{ index: last, radius }];
  }
  const last = lastFinite(trace);
  return Array.from({ length: end - begin }, (_, i) => begin + i).flatMap((index) => {
    const row = rowAt(trace, index);
    const isFifth = plot.markers === 'every-fifth-row' && row !== undefined && row % 5 === 0;
    const isLast = plot.markers === 'last' && index === last;
    if (plot.markers === 'all' || isFifth || isLast) return [{ index, radius }];
    return highContrast && end - begin < 60 ? [{ index, radius: 2 }] : [];
  });
}

function lastFinite(trace: Trace): number | undefined {
  for (let index = trace.end - 1; index >= trace.begin; index--) {
    if (Number.isFinite(read(trace.ys, index))) return index;
  }
  return undefined;
}
