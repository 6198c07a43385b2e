// @ts-check
import { Worker } from 'node:worker_threads';
import { workerFile } from './build.mjs';
import { wholeSpec } from './models.mjs';

/** Steps after which the engine's code is compiled for good. */
const warmUp = 60;

/** The comparison that the extension starts with; long enough for any bench. */
export const spec = wholeSpec({});

/** A training in a worker, as the extension runs it, which trains only while it is measured. */
export class Job {
  /** @type {(event: any) => void} */
  #listener = () => undefined;

  /** @param {any} train the `train` message but for its type; on one thread unless it says otherwise */
  constructor(train) {
    this.worker = new Worker(workerFile);
    this.worker.on('message', (message) => {
      if (message.type === 'crashed') throw new Error(message.error);
      (message.events ?? []).forEach((/** @type {any} */ event) => this.#listener(event));
    });
    /** @type {any} */
    this.spec = train.spec;
    this.worker.postMessage({ type: 'train', backend: 'wasm', threads: 1, ...train });
  }

  /** Warmed up, and paused. @param {any} train */
  static async paused(train) {
    const job = new Job(train);
    await job.#until((event) => event.step >= warmUp);
    await job.#pause();
    return job;
  }

  /** Images/s while it trains for some milliseconds, validation included. @param {number} milliseconds */
  async speed(milliseconds) {
    this.worker.postMessage({ type: 'resume' });
    const begin = await this.#until((event) => event.type === 'resumed');
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const end = await this.#pause();
    return (this.spec.batchSize * (end.step - begin.step)) / (end.wallTime - begin.wallTime);
  }

  /** How many threads compute from now on. @param {number} count */
  setThreads(count) {
    this.worker.postMessage({ type: 'threads', count });
  }

  async end() {
    await this.worker.terminate();
  }

  /** The first event of a type. @param {string} type */
  first(type) {
    return this.#until((event) => event.type === type);
  }

  #pause() {
    this.worker.postMessage({ type: 'pause' });
    return this.#until((event) => event.type === 'paused');
  }

  /** @param {(event: any) => boolean} isIt @returns {Promise<any>} */
  #until(isIt) {
    return new Promise((resolve) => {
      this.#listener = (event) => isIt(event) && resolve(event);
    });
  }
}
