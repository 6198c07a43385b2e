import type { Message } from '../l10n.ts';
import type { Run } from '../run/run.ts';

/** One thing that the runs show, in figures measured in them. */
export interface Finding {
  readonly id: string;
  readonly title: Message;
  /** What it means, sentence by sentence. */
  readonly text: readonly Message[];
  /** The same of further runs: told to those who ask, where they are many. */
  readonly rest?: readonly Message[];
  /** Where the figures were read, such as "step 1" or "validation set, epoch 12". */
  readonly readAt: Message;
}

/** Reads a finding from compared runs; undefined while they do not hold what it needs. */
export type Insight = (runs: readonly Run[]) => Finding | undefined;
