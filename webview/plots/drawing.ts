import type { Run } from '../../src/run/run.ts';
import type { OutlierStyle, SeedStyle, XAxis, YScale } from '../choices.ts';
import type { Slot } from '../run-slots.ts';
import type { SeriesIndex } from '../series/series-index.ts';

/** What plots of runs are made of: the runs, and what a person chose to see of them. */
export interface Drawing {
  readonly runs: readonly Run[];
  readonly slots: ReadonlyMap<string, Slot>;
  readonly x: XAxis;
  /** Of the losses. */
  readonly y: YScale;
  readonly smoothing: number;
  readonly seeds: SeedStyle;
  readonly outliers: OutlierStyle;
  readonly index: SeriesIndex;
}

export function slotIn({ slots }: Pick<Drawing, 'slots'>, run: Run): Slot {
  return slots.get(run.identity.id) ?? 0;
}
