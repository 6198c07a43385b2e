import type { Run } from '../../../src/run/run.ts';
import type { Drawing } from '../../../webview/plots/drawing.ts';
import { assignSlots } from '../../../webview/run-slots.ts';
import { SeriesIndex } from '../../../webview/series/series-index.ts';

/** What plots of these runs are made of, as a page that was just opened has it. */
export function drawing(runs: readonly Run[], change: Partial<Drawing> = {}): Drawing {
  return {
    runs,
    slots: assignSlots(runs),
    index: new SeriesIndex(),
    x: 'epoch',
    y: 'linear',
    smoothing: 0,
    seeds: 'deviation',
    outliers: 'aside',
    ...change,
  };
}
