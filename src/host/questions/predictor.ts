import { LossLabError } from '../../error.ts';
import { message } from '../../l10n.ts';
import type { Platform, TrainingWorker } from '../../platform/platform.ts';
import type { FromWorker, PredictMessage, PredictedMessage } from '../../protocol.ts';
import type { Disposable } from '../disposables.ts';

type Predicted = Extract<PredictedMessage, { type: 'predicted' }>;

/**
 * Predicts in a worker of its own, which ends with its answer: it starts in a tenth of a second, and one
 * that waited would hold memory and could go by an old checkpoint. One at a time, so that a page that
 * asks for many runs does not take the processor from those that train.
 */
export class Predictor implements Disposable {
  #last: Promise<unknown> = Promise.resolve();
  #worker: TrainingWorker | undefined;
  #isDisposed = false;

  constructor(readonly platform: Pick<Platform, 'startWorker'>) {}

  /** @throws LossLabError if the checkpoint does not serve, or the worker dies */
  predict(question: PredictMessage): Promise<Predicted> {
    const answer = this.#last.then(() => this.#ask(question));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  dispose(): void {
    this.#isDisposed = true;
    void this.#worker?.terminate();
  }

  async #ask(question: PredictMessage): Promise<Predicted> {
    if (this.#isDisposed) throw ended();
    const worker = this.platform.startWorker();
    this.#worker = worker;
    try {
      return await answerOf(worker, question);
    } finally {
      this.#worker = undefined;
      void worker.terminate();
    }
  }
}

function answerOf(worker: TrainingWorker, question: PredictMessage): Promise<Predicted> {
  return new Promise((resolve, reject) => {
    worker.onMessage((answer: FromWorker) => {
      if (answer.type === 'predicted') resolve(answer);
      if (answer.type === 'not-predicted') reject(new LossLabError(answer.reason));
      if (answer.type === 'crashed') reject(ended(answer.error));
    });
    worker.onExit((reason) => reject(ended(reason)));
    worker.post(question);
  });
}

function ended(reason?: string): LossLabError {
  const why = reason ?? message('no reason given');
  return new LossLabError(
    message('The worker that predicts ended unexpectedly ({reason}).', { reason: why }),
  );
}
