import type { FileSource } from '../../experiment/datasets/own/file-source.ts';
import { answerFile } from '../../platform/answer-file.ts';
import type { TrainingWorker } from '../../platform/platform.ts';
import type { FromWebWorker, ToWebWorker } from '../../platform/worker-messages.ts';
import type { FromWorker, ToWorker } from '../../protocol.ts';

/** The way to a worker in a page. */
export interface PageWorkerLink {
  post(message: ToWebWorker): void;
  end(): void;
}

/** A worker in a page, which has the graphics card; its files it asks of the host. */
export class PageWorker implements TrainingWorker {
  readonly #listeners: ((message: FromWorker) => void)[] = [];
  readonly #exitListeners: ((reason: string | undefined) => void)[] = [];
  #isGone = false;

  constructor(
    readonly link: PageWorkerLink,
    readonly files: FileSource,
  ) {}

  post(message: ToWorker): void {
    if (!this.#isGone) this.link.post({ type: 'training', message });
  }

  onMessage(listener: (message: FromWorker) => void): void {
    this.#listeners.push(listener);
  }

  onExit(listener: (reason: string | undefined) => void): void {
    this.#exitListeners.push(listener);
  }

  terminate(): Promise<void> {
    this.link.end();
    this.gone(undefined);
    return Promise.resolve();
  }

  /** To be called with what it says. */
  receive(message: FromWebWorker): void {
    if (this.#isGone) return;
    if (message.type === 'ended') void this.terminate();
    else if (message.type === 'training')
      for (const listener of this.#listeners) listener(message.message);
    else void this.#answer(message);
  }

  /** To be called when it is no more. */
  gone(reason: string | undefined): void {
    if (this.#isGone) return;
    this.#isGone = true;
    for (const listener of this.#exitListeners) listener(reason);
  }

  async #answer({ id, question }: Extract<FromWebWorker, { type: 'ask' }>): Promise<void> {
    const answer = await answerFile(question, this.files);
    if (!this.#isGone) this.link.post({ type: 'file', id, answer });
  }
}
