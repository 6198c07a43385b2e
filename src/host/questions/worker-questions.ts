import { LossLabError } from '../../error.ts';
import { message } from '../../l10n.ts';
import type { Platform, TrainingWorker } from '../../platform/platform.ts';
import type {
  FromWorker,
  ImagesMessage,
  PredictedMessage,
  PredictMessage,
  ReadMessage,
  TimedMessage,
  TimeMessage,
  WorkerQuestion,
} from '../../protocol.ts';
import type { Disposable } from '../disposables.ts';

/**
 * Questions to workers, each to one of its own, which ends with its answer: it starts in a tenth of a
 * second, and one that waited would hold memory and could go by an old checkpoint. One at a time, so that
 * a page that asks for many runs does not take the processor from those that train.
 */
export class WorkerQuestions implements Disposable {
  #last: Promise<unknown> = Promise.resolve();
  #worker: TrainingWorker | undefined;
  #isDisposed = false;

  constructor(readonly platform: Pick<Platform, 'startWorker'>) {}

  /** @throws LossLabError if the images cannot be read, or the worker dies */
  read(question: ReadMessage): Promise<ImagesMessage> {
    return this.#ask(question, (answer) => answer.type === 'images');
  }

  /** @throws LossLabError if the checkpoint does not serve, or the worker dies */
  predict(question: PredictMessage): Promise<PredictedMessage> {
    return this.#ask(question, (answer) => answer.type === 'predicted');
  }

  /** @throws LossLabError if there is no such backend, or the worker dies */
  time(question: TimeMessage): Promise<TimedMessage> {
    return this.#ask(question, (answer) => answer.type === 'timed');
  }

  dispose(): void {
    this.#isDisposed = true;
    void this.#worker?.terminate();
  }

  #ask<T extends FromWorker>(
    question: WorkerQuestion,
    isWanted: (answer: FromWorker) => answer is T,
  ): Promise<T> {
    const answer = this.#last.then(() => this.#askNow(question, isWanted));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #askNow<T extends FromWorker>(
    question: WorkerQuestion,
    isWanted: (answer: FromWorker) => answer is T,
  ): Promise<T> {
    if (this.#isDisposed) throw ended();
    const worker = this.platform.startWorker();
    this.#worker = worker;
    try {
      return await answerOf(worker, question, isWanted);
    } finally {
      this.#worker = undefined;
      void worker.terminate();
    }
  }
}

/** The worker is gone, with the question or before it. */
export class WorkerGoneError extends LossLabError {}

function answerOf<T extends FromWorker>(
  worker: TrainingWorker,
  question: WorkerQuestion,
  isWanted: (answer: FromWorker) => answer is T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.onMessage((answer) => {
      if (isWanted(answer)) resolve(answer);
      if (answer.type === 'not-answered') reject(new LossLabError(answer.reason));
      if (answer.type === 'crashed') reject(ended(answer.error));
    });
    worker.onExit((reason) => reject(ended(reason)));
    worker.post(question);
  });
}

function ended(reason?: string): WorkerGoneError {
  const why = reason ?? message('no reason given');
  return new WorkerGoneError(
    message('The worker that reads and predicts ended unexpectedly ({reason}).', { reason: why }),
  );
}
