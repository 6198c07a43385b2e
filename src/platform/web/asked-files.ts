import { LossLabError } from '../../error.ts';
import type { FileSource } from '../../experiment/datasets/own/file-source.ts';
import type { FileAnswer, FileQuestion } from '../worker-messages.ts';

/** The files of the host, in a worker: every question is a message, and so is every answer. */
export class AskedFiles implements FileSource {
  #asked = 0;
  readonly #waiting = new Map<number, (answer: FileAnswer) => void>();

  constructor(readonly ask: (id: number, question: FileQuestion) => void) {}

  readonly list = this.#asker('list');
  readonly size = this.#asker('size');
  readonly read = this.#asker('read');

  /** To be called with what the host answers. */
  receive(id: number, answer: FileAnswer): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }

  #asker<Of extends keyof FileSource>(of: Of): FileSource[Of] {
    const ask = async (path: string): Promise<unknown> => {
      const id = ++this.#asked;
      const answer = await new Promise<FileAnswer>((resolve) => {
        this.#waiting.set(id, resolve);
        this.ask(id, { of, path });
      });
      if (answer.ok) return answer.value;
      const { reason } = answer;
      throw typeof reason === 'string' ? new Error(reason) : new LossLabError(reason);
    };
    return ask as FileSource[Of];
  }
}
