import type { FromPage } from '../src/protocol.ts';
import type { Answer, Question } from '../src/question.ts';

export type Ask = (question: Question) => Promise<Answer>;

/** The page's questions to the host that are not answered yet, by their numbers. */
export class Questions {
  readonly #pending = new Map<number, (answer: Answer) => void>();
  #next: number;

  /** @param first number of a question; a page that is loaded anew must not take answers to the old one's */
  constructor(
    readonly post: (message: FromPage) => void,
    first: number,
  ) {
    this.#next = first;
  }

  ask(question: Question): Promise<Answer> {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#pending.set(id, resolve);
      this.post({ type: 'ask', id, question });
    });
  }

  /** Takes the answer to a question of this page; any other is dropped. */
  settle(id: number, answer: Answer): void {
    this.#pending.get(id)?.(answer);
    this.#pending.delete(id);
  }
}
