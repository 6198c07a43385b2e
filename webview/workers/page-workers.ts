import type { FromPage, ToPageWorker } from '../../src/protocol.ts';
import { pack, unpack } from '../../src/run/packed.ts';

/** The workers of this page. They compute on the graphics card; all that they say goes to the host. */
export class PageWorkers {
  readonly #workers = new Map<number, Worker>();

  constructor(readonly post: (message: FromPage) => void) {}

  /** Takes a message of the host if it is for a worker. */
  receive(message: unknown): void {
    if (!isToPageWorker(message)) return;
    const { id } = message;
    if (message.type === 'start-worker') this.#start(id, message.script);
    else if (message.type === 'to-worker')
      this.#workers.get(id)?.postMessage(unpack(message.message));
    else this.#end(id);
  }

  #start(id: number, script: ArrayBuffer): void {
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(address);
    this.#workers.set(id, worker);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      URL.revokeObjectURL(address);
      this.post({ type: 'from-worker', id, message: pack(data) });
    });
    worker.addEventListener('error', ({ message }) => {
      this.#end(id);
      this.post({ type: 'worker-gone', id, reason: message });
    });
  }

  #end(id: number): void {
    this.#workers.get(id)?.terminate();
    this.#workers.delete(id);
  }
}

const types: readonly unknown[] = ['start-worker', 'to-worker', 'end-worker'];

function isToPageWorker(message: unknown): message is ToPageWorker {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    types.includes(message.type)
  );
}
