import { message, type Message } from '../l10n.ts';
import type { TrainingWorker } from '../platform/platform.ts';
import type {
  CheckpointMessage,
  FromWorker,
  OutputsMessage,
  ReadingMessage,
  RunAction,
  ToWorker,
} from '../protocol.ts';
import type { RunEvent } from '../run/event.ts';
import { isFinished, type Run } from '../run/run.ts';

/** How long a worker may take to answer a stop before it is ended. */
const stopPatience = 2000;

export type TrainMessage = Extract<ToWorker, { type: 'train' }>;

/** All that a worker needs but the number of its threads, which depends on the other jobs. */
export type Preparation = Omit<TrainMessage, 'threads'>;

/** Whom a job tells. */
export interface JobListener {
  /** Every event of the run. */
  event(event: RunEvent): void;
  checkpoint(checkpoint: CheckpointMessage): void;
  outputs(outputs: OutputsMessage): void;
  /** Before the first event. */
  reading(reading: ReadingMessage): void;
  /** It has paused, or goes on. */
  paused(): void;
  ended(): void;
}

/** One run in one worker, from its start to its `finished` event. */
export class Job {
  #stopTimer: NodeJS.Timeout | undefined;
  #ended = false;
  #started = false;
  #threads = 1;

  constructor(
    readonly run: Run,
    readonly worker: TrainingWorker,
    readonly listener: JobListener,
  ) {
    worker.onMessage((fromWorker) => this.#receive(fromWorker));
    worker.onExit((reason) => this.#fail(workerGone(reason)));
  }

  /** Its worker is kept, but computes nothing. */
  get isPaused(): boolean {
    return this.run.state === 'paused';
  }

  start(train: Preparation): void {
    if (this.#ended) return;
    this.#started = true;
    this.worker.post({ ...train, threads: this.#threads });
  }

  /** How many threads may compute for it from now on, its own included. */
  setThreads(count: number): void {
    if (count === this.#threads) return;
    this.#threads = count;
    if (this.#started && !this.#ended) this.worker.post({ type: 'threads', count });
  }

  control(action: RunAction): void {
    if (this.#ended) return;
    this.worker.post({ type: action });
    if (action === 'stop')
      this.#stopTimer ??= setTimeout(() => this.#endUnanswered(), stopPatience);
  }

  /** The run could not even begin, or can't go on. */
  fail(reason: Message): void {
    this.#fail(reason);
    void this.worker.terminate();
  }

  /** The window closes: what was measured is kept, and the run says that it was cut off. */
  interrupt(): void {
    this.#finish({ outcome: 'interrupted' });
    void this.worker.terminate();
  }

  #receive(fromWorker: FromWorker): void {
    if (this.#ended) return;
    if (fromWorker.type === 'crashed') return this.fail(workerGone(fromWorker.error));
    if (fromWorker.type === 'checkpoint') return this.listener.checkpoint(fromWorker);
    if (fromWorker.type === 'outputs') return this.listener.outputs(fromWorker);
    if (fromWorker.type === 'reading') return this.listener.reading(fromWorker);
    if (fromWorker.type !== 'events') return; // Nobody asked it to predict.
    const wasPaused = this.isPaused;
    for (const event of fromWorker.events) this.listener.event(event);
    if (isFinished(this.run.state)) this.#end();
    else if (this.isPaused !== wasPaused) this.listener.paused();
  }

  #endUnanswered(): void {
    const reason = message('The worker did not answer within 2 s and was ended.');
    this.#finish({ outcome: 'stopped', reason });
    void this.worker.terminate();
  }

  #fail(reason: Message): void {
    this.#finish({ outcome: 'failed', reason });
  }

  #finish(end: { outcome: 'stopped' | 'failed' | 'interrupted'; reason?: Message }): void {
    if (this.#ended) return;
    this.listener.event({
      type: 'finished',
      wallTime: Date.now() / 1000,
      step: this.run.step,
      ...end,
    });
    this.#end();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#stopTimer);
    void this.worker.terminate();
    this.listener.ended();
  }
}

function workerGone(reason: string | undefined): Message {
  return message(
    'The training worker ended unexpectedly ({reason}). What it had measured is kept.',
    {
      reason: reason ?? message('no reason given'),
    },
  );
}
