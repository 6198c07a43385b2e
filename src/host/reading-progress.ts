import type { ReadingMessage } from '../protocol.ts';
import type { Run } from '../run/run.ts';
import type { RunStore } from '../run/store.ts';
import { Disposables } from './disposables.ts';

/** How long reading takes before it is worth a notification. */
const patience = 1000;

/** A notification that is open; closed, it is gone at once. */
export interface ProgressNotice {
  report(reading: ReadingMessage): void;
  close(): void;
}

/** Opens one for a run; `cancel` is called if the person cancels it. */
export type OpenNotice = (run: Run, cancel: () => void) => ProgressNotice;

/** How far the images of each run are read, where that takes longer than a moment. */
export class ReadingProgress extends Disposables {
  readonly #shown = new Map<string, Shown>();

  constructor(
    store: RunStore,
    readonly open: OpenNotice,
    readonly stop: (runId: string) => void,
  ) {
    super();
    // Any event says that the images are read, or that they never will be.
    this.add(store.onDidChange((change) => change.type === 'event' && this.#end(change.run)));
    this.add({ dispose: () => [...this.#shown.values()].forEach((shown) => shown.end()) });
  }

  show(run: Run, reading: ReadingMessage): void {
    const { id } = run.identity;
    const shown = this.#shown.get(id) ?? new Shown(() => this.open(run, () => this.stop(id)));
    this.#shown.set(id, shown);
    shown.report(reading);
  }

  #end({ identity: { id } }: Run): void {
    this.#shown.get(id)?.end();
    this.#shown.delete(id);
  }
}

/** One run's notification, which opens late. */
class Shown {
  #notice: ProgressNotice | undefined;
  #last: ReadingMessage | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(open: () => ProgressNotice) {
    this.#timer = setTimeout(() => {
      this.#notice = open();
      if (this.#last) this.#notice.report(this.#last);
    }, patience);
  }

  report(reading: ReadingMessage): void {
    this.#last = reading;
    this.#notice?.report(reading);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#notice?.close();
  }
}
