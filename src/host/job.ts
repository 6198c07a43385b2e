import { count, message, type Message, type MessageArg } from '../l10n.ts';
import type { TrainingWorker } from '../platform/platform.ts';
import type {
  BackendChoice,
  CheckpointMessage,
  FromWorker,
  OutputsMessage,
  ReadingMessage,
  RunAction,
  ToWorker,
} from '../protocol.ts';
import type { RunEvent } from '../run/event.ts';
import { Told } from '../run/told.ts';
import { isFinished, type Run } from '../run/run.ts';
import { Patience } from './patience.ts';

/** How long a worker may take to answer a stop before it is ended. */
const stopPatience = 2000;

export type TrainMessage = Extract<ToWorker, { type: 'train' }>;

/** All that a worker needs but where it computes, and on how many threads, which depends on the other jobs. */
export type Preparation = Omit<TrainMessage, 'threads' | 'backend'>;

/** A worker, and what it is to compute on. */
export interface Place {
  readonly worker: TrainingWorker;
  readonly backend: BackendChoice;
}

/** What a job needs to begin, and to begin anew. */
export interface JobMeans {
  /** Where it is to be trained by now. @param isMoved whether it was trained elsewhere before */
  place(run: Run, isMoved: boolean): Place;
  /** Brings what a worker needs; rejects with a `LossLabError` that says what is missing. */
  prepare(run: Run): Promise<Preparation>;
  explain(error: unknown): Message;
}

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

/**
 * One run from its start to its `finished` event, in one worker after another: where one is gone, the next
 * goes on from the last checkpoint, unless none was made since the last time.
 */
export class Job {
  #place!: Place;
  #stopping: Patience | undefined;
  #ended = false;
  #started = false;
  #threads = 1;
  #checkpoint: CheckpointMessage | undefined;
  /** What workers before this one have told. */
  #told: Told | undefined;
  /** Whether a worker has gone since the last checkpoint. */
  #isLastTry = false;

  constructor(
    readonly run: Run,
    readonly means: JobMeans,
    readonly listener: JobListener,
  ) {
    this.#begin();
  }

  /** The one that trains by now. */
  get worker(): TrainingWorker {
    return this.#place.worker;
  }

  /** Its worker is kept, but computes nothing. */
  get isPaused(): boolean {
    return this.run.state === 'paused';
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
      this.#stopping ??= new Patience(stopPatience, () => this.#endUnanswered());
  }

  /** Goes on from the last checkpoint, wherever it is to be trained by now. @param reason given that epoch */
  move(reason: (epoch: MessageArg) => Message): void {
    if (this.#ended) return;
    if (this.#stopping) return this.#finish({ outcome: 'stopped' });
    this.#started = false;
    this.#told = Told.of(this.run);
    this.#told.beginAgain(reason(count(this.#checkpoint?.epoch ?? 0)));
    const { worker } = this;
    this.#begin();
    void worker.terminate(); // By now nobody listens to its end.
  }

  /** The window closes: what was measured is kept, and the run says that it was cut off. */
  interrupt(): void {
    this.#finish({ outcome: 'interrupted' });
  }

  #begin(): void {
    this.#place = this.means.place(this.run, this.#told !== undefined);
    const { worker } = this;
    const isCurrent = (): boolean => worker === this.worker && !this.#ended;
    worker.onMessage((fromWorker) => isCurrent() && this.#receive(fromWorker));
    worker.onExit((reason) => isCurrent() && this.#replace(reason));
    this.means.prepare(this.run).then(
      (train) => isCurrent() && this.#start(train),
      (error: unknown) => isCurrent() && this.#fail(this.means.explain(error)),
    );
  }

  #start(train: Preparation): void {
    const from = this.#checkpoint?.bytes;
    this.#started = true;
    const { worker, backend } = this.#place;
    worker.post({ ...train, ...(from && { from }), backend, threads: this.#threads });
    if (this.isPaused) worker.post({ type: 'pause' });
  }

  #replace(reason: string | undefined): void {
    if (this.#isLastTry) return this.#fail(workerGone(reason));
    this.#isLastTry = true;
    this.move((epoch) =>
      message(
        'The training worker ended unexpectedly ({reason}); another went on from epoch {epoch}.',
        { ...goneFor(reason), epoch },
      ),
    );
  }

  #receive(fromWorker: FromWorker): void {
    if (fromWorker.type === 'crashed') return this.#fail(workerGone(fromWorker.error));
    if (fromWorker.type === 'checkpoint') return this.#keep(fromWorker);
    if (fromWorker.type === 'outputs') return this.listener.outputs(fromWorker);
    if (fromWorker.type === 'reading') return this.listener.reading(fromWorker);
    if (fromWorker.type !== 'events') return; // Nobody asked it to predict.
    const wasPaused = this.isPaused;
    for (const event of fromWorker.events) this.#tell(event);
    if (isFinished(this.run.state)) this.#end();
    else if (this.isPaused !== wasPaused) this.listener.paused();
  }

  #tell(event: RunEvent): void {
    const news = this.#told ? this.#told.news(event) : event;
    if (news) this.listener.event(news);
  }

  #keep(checkpoint: CheckpointMessage): void {
    this.#isLastTry = false;
    if (checkpoint.kinds.includes('last')) this.#checkpoint = checkpoint;
    this.listener.checkpoint(checkpoint);
  }

  #endUnanswered(): void {
    const reason = message('The worker did not answer within 2 s and was ended.');
    this.#finish({ outcome: 'stopped', reason });
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
    this.#stopping?.dispose();
    void this.worker.terminate();
    this.listener.ended();
  }
}

function workerGone(reason: string | undefined): Message {
  return message(
    'The training worker ended unexpectedly ({reason}). What it had measured is kept.',
    goneFor(reason),
  );
}

function goneFor(reason: string | undefined): { readonly reason: string | Message } {
  return { reason: reason ?? message('no reason given') };
}
