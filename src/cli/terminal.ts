import type { RunEvent } from '../run/event.ts';
import type { Run } from '../run/run.ts';

export interface Terminal {
  /** To standard output. */
  write(text: string): void;
  /** To standard error. */
  warn(text: string): void;
  /** Whether a person watches, so that a line may be written over. */
  readonly isTty: boolean;
  columns(): number;
}

/** How the events of the runs are shown. */
export interface Display {
  /** `run` has `event` in it already. */
  show(run: Run, event: RunEvent): void;
  /** After the last event of the last run. */
  end(runs: readonly Run[]): void;
  /** What follows from the final runs of a fair comparison. */
  conclude(runs: readonly Run[]): void;
}
