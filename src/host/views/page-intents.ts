import type { FromPage } from '../../protocol.ts';

/** What the host does with what pages ask for. */
export interface PageIntents {
  readonly act: (intent: Exclude<FromPage, { type: 'ready' }>) => void;
  /** Something that only a bug explains, for the log. */
  readonly report: (problem: string) => void;
}
