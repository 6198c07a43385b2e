import type { FileSource } from '../../experiment/datasets/own/file-source.ts';
import type { FromWorker, ToWorker } from '../../protocol.ts';
import type { TrainingWorker } from '../platform.ts';
import { answerFile } from '../answer-file.ts';
import type { FromWebWorker, ToWebWorker } from '../worker-messages.ts';

/**
 * A worker in a browser. The text of its script is read first, so what is posted until it runs waits.
 * No event says that such a worker is gone, so it says itself that it ends.
 */
export class BlobWorker implements TrainingWorker {
  readonly #listeners: ((message: FromWorker) => void)[] = [];
  readonly #exitListeners: ((reason: string | undefined) => void)[] = [];
  #waiting: ToWebWorker[] | undefined = [];
  #worker: Worker | undefined;
  #isGone = false;

  /** @param script resolves to the address of the script, a blob's */
  constructor(
    script: Promise<string>,
    readonly files: FileSource,
  ) {
    script.then(
      (address) => this.#start(address),
      (error: unknown) => this.#end(reasonOf(error)),
    );
  }

  post(message: ToWorker): void {
    this.#post({ type: 'training', message });
  }

  onMessage(listener: (message: FromWorker) => void): void {
    this.#listeners.push(listener);
  }

  onExit(listener: (reason: string | undefined) => void): void {
    this.#exitListeners.push(listener);
  }

  terminate(): Promise<void> {
    this.#end(undefined);
    return Promise.resolve();
  }

  #start(address: string): void {
    if (this.#isGone) return;
    try {
      this.#worker = new Worker(address);
    } catch (error) {
      this.#end(reasonOf(error));
      return;
    }
    this.#worker.addEventListener('message', (event: MessageEvent<FromWebWorker>) =>
      this.#receive(event.data),
    );
    this.#worker.addEventListener('error', (event) => this.#end(event.message));
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const message of waiting) this.#post(message);
  }

  #receive(message: FromWebWorker): void {
    if (message.type === 'ended') this.#end(undefined);
    else if (message.type === 'training')
      for (const listener of this.#listeners) listener(message.message);
    else
      void answerFile(message.question, this.files).then((answer) =>
        this.#post({ type: 'file', id: message.id, answer }),
      );
  }

  #post(message: ToWebWorker): void {
    if (this.#waiting) this.#waiting.push(message);
    else if (!this.#isGone) this.#worker?.postMessage(message);
  }

  #end(reason: string | undefined): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#worker?.terminate();
    for (const listener of this.#exitListeners) listener(reason);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
