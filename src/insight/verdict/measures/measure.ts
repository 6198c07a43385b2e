import type { FigureFormat, Message } from '../../../l10n.ts';
import type { Run } from '../../../run/run.ts';

/** One thing in which two losses are compared, measured in each run by itself. One file each. */
export interface Measure {
  readonly label: Message;
  readonly format: FigureFormat;
  /** Which end is good; left out where neither is. */
  readonly better?: 'higher' | 'lower';
  /** Where it is read, for those who look it up. */
  readonly readAt: Message;
  /** NaN while it is not measured, and where it means nothing. */
  value(run: Run): number;
}
