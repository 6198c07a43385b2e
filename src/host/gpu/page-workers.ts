import type { FileSource } from '../../experiment/datasets/own/file-source.ts';
import type { FromWebWorker } from '../../platform/worker-messages.ts';
import type { FromPage, ToPageWorker } from '../../protocol.ts';
import { pack, unpack } from '../../run/packed.ts';
import { Patience } from '../patience.ts';
import { PageWorker } from './page-worker.ts';

/** Milliseconds that a page may take to come. */
const patience = 20_000;

/** What a page says of its workers. */
export type FromPageWorker = Extract<FromPage, { type: 'from-worker' | 'worker-gone' }>;

interface Page {
  readonly id: string;
  post(message: ToPageWorker): void;
}

/**
 * Workers in the panel's page, whose VS Code has the graphics card that an extension host on a desktop
 * lacks. The page passes on what each says, and never looks into it.
 */
export class PageWorkers {
  #page: Page | undefined;
  #lastId = 0;
  readonly #workers = new Map<number, PageWorker>();
  /** What is to be sent to a page that has not come yet. */
  #waiting: ToPageWorker[] = [];
  #awaiting: Patience | undefined;

  constructor(
    readonly readScript: () => Promise<Uint8Array>,
    /** The person's own data. */
    readonly files: FileSource,
    /** Opens the panel if it is not. */
    readonly open: () => void,
    /** Called when a page has gone and workers with it, which are not told that they are gone. */
    readonly onLost: (workers: readonly PageWorker[]) => void,
  ) {}

  /** Whether there is a page that can hold workers. */
  get isThere(): boolean {
    return this.#page !== undefined;
  }

  start(): PageWorker {
    const id = ++this.#lastId;
    const worker: PageWorker = new PageWorker(
      {
        post: (message) => this.#send({ type: 'to-worker', id, message: pack(message) }),
        end: () => this.#end(id),
      },
      this.files,
    );
    this.#workers.set(id, worker);
    this.readScript().then(
      (script) => this.#send({ type: 'start-worker', id, script: new Uint8Array(script).buffer }),
      (error: unknown) => worker.gone(error instanceof Error ? error.message : String(error)),
    );
    if (!this.isThere) this.#await();
    return worker;
  }

  /** A page is there; what another held is lost. */
  attach(id: string, post: (message: ToPageWorker) => void): void {
    if (this.#page?.id === id) return;
    const isFirst = this.#page === undefined;
    this.#page = { id, post };
    this.#awaiting?.dispose();
    const waiting = this.#waiting;
    this.#waiting = [];
    if (isFirst) waiting.forEach(post);
    else this.#lose();
  }

  detach(): void {
    this.#page = undefined;
    this.#lose();
  }

  receive(message: FromPageWorker): void {
    const worker = this.#workers.get(message.id);
    if (message.type === 'worker-gone') {
      this.#workers.delete(message.id);
      worker?.gone(message.reason);
    } else worker?.receive(unpack(message.message) as FromWebWorker); // As the page got it of our own script.
  }

  #await(): void {
    this.open();
    this.#awaiting?.dispose();
    this.#awaiting = new Patience(patience, () => this.#giveUp());
  }

  #giveUp(): void {
    if (this.isThere) return;
    this.#waiting = [];
    const workers = [...this.#workers.values()];
    this.#workers.clear();
    for (const worker of workers) worker.gone('the panel did not open');
  }

  #end(id: number): void {
    this.#workers.delete(id);
    this.#send({ type: 'end-worker', id });
  }

  #send(message: ToPageWorker): void {
    if (this.#page) this.#page.post(message);
    else this.#waiting.push(message);
  }

  #lose(): void {
    this.#waiting = [];
    const workers = [...this.#workers.values()];
    this.#workers.clear();
    if (workers.length > 0) this.onLost(workers);
  }
}
