import type { Platform, TrainingWorker } from '../../../src/platform/platform.ts';
import type { FromWorker, ToWorker } from '../../../src/protocol.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { MemoryFiles } from '../datasets/own/files.ts';
import { started } from '../make-run.ts';

/** A worker that does what the test says, and remembers what it was told. */
export class FakeWorker implements TrainingWorker {
  readonly received: ToWorker['type'][] = [];
  /** What it was to train. */
  trained: Extract<ToWorker, { type: 'train' }> | undefined;
  /** The number of threads that it was told last. */
  threads: number | undefined;
  terminated = false;
  #tell: (message: FromWorker) => void = () => undefined;
  #exit: (reason: string | undefined) => void = () => undefined;

  post(message: ToWorker): void {
    this.received.push(message.type);
    if (message.type === 'train') {
      this.trained = message;
      this.threads = message.threads;
    }
    if (message.type === 'threads') this.threads = message.count;
  }

  onMessage(listener: (message: FromWorker) => void): void {
    this.#tell = listener;
  }

  onExit(listener: (reason: string | undefined) => void): void {
    this.#exit = listener;
  }

  terminate(): Promise<void> {
    this.terminated = true;
    return Promise.resolve();
  }

  emit(...events: RunEvent[]): void {
    this.#tell({ type: 'events', events });
  }

  emitStarted(): void {
    this.emit(started());
  }

  finish(step = 0): void {
    this.emit({ type: 'finished', wallTime: 2000, step, outcome: 'completed' });
  }

  say(message: FromWorker): void {
    this.#tell(message);
  }

  die(reason: string): void {
    this.#exit(reason);
  }
}

export class FakePlatform implements Platform {
  readonly reaches = (): boolean => true;

  readonly home = undefined;
  readonly workers: FakeWorker[] = [];

  readonly files = new MemoryFiles({});

  constructor(readonly cores = 2) {}

  startWorker(): FakeWorker {
    const worker = new FakeWorker();
    this.workers.push(worker);
    return worker;
  }

  runFiles(): never {
    throw new Error('These tests keep no files.');
  }

  worker(index: number): FakeWorker {
    const worker = this.workers[index];
    if (worker === undefined) throw new Error(`No worker ${index} was started.`);
    return worker;
  }
}
