import type { FromPage } from '../../protocol.ts';
import type { Answer, Question } from '../../question.ts';

/** What is neither answered, nor a page's beginning, nor of its workers. */
export type Intent = Exclude<FromPage, { type: 'ready' | 'ask' | 'from-worker' | 'worker-gone' }>;

/** What the host does with what pages ask for. */
export interface PageIntents {
  readonly act: (intent: Intent) => void;
  /** Never rejects: what cannot be answered is refused with a reason. */
  readonly answer: (question: Question) => Promise<Answer>;
  /** Something that only a bug explains, for the log. */
  readonly report: (problem: string) => void;
}
