import type { Kernels, KernelName } from './kernels.ts';
import { kernelNames } from './kernels.ts';

/*
 * One kernel's work, cut into parts that any thread may take, as it lies in the shared memory:
 *
 *     byte   0  ticket: a number of its own for each task in the upper half, in the lower half how many
 *               parts are still to be taken
 *           64  how many parts are done
 *          128  how many helpers sleep; how many threads are to work, the first included
 *          192  the kernel's index, how many arguments it has, units, units a part, scratch, its bytes
 *          256  the arguments, as float64
 *
 * Who takes a part counts the ticket down in one atomic exchange. Only then does it read what the task
 * is, which stays as it is until all parts are done: a thread that comes late with an old ticket fails
 * in the exchange. The three words that threads wait for lie in cache lines of their own.
 */
export const taskBytes = 512;
const ticketWord = 0;
const doneWord = 16;
const sleepingWord = 32;
const threadsWord = 33;
const fieldsWord = 48;
const argumentsByte = 256;
const maxParts = 0xffff;
const maxArguments = (taskBytes - argumentsByte) / 8;

/** A kernel on `units` units, of which each call takes at most `perPart`. */
export interface Task {
  readonly kernel: KernelName;
  readonly args: readonly number[];
  readonly units: number;
  readonly perPart: number;
  /** An area for each thread, `scratchBytes` after the last one's. */
  readonly scratch: number;
  readonly scratchBytes: number;
}

export function partsOf({ units, perPart }: Pick<Task, 'units' | 'perPart'>): number {
  return Math.ceil(units / perPart);
}

/** Calls the kernel for one part; the numbers behind a kernel's last parameter are ignored. */
export function runPart(kernels: Kernels, task: Task, part: number, thread: number): void {
  const first = part * task.perPart;
  const end = Math.min(first + task.perPart, task.units);
  kernels[task.kernel](...task.args, first, end, task.scratch + thread * task.scratchBytes);
}

/** The task's place in the shared memory, as every thread sees it. */
export class SharedTask {
  readonly #words: Int32Array;
  readonly #arguments: Float64Array;
  #number = 0;

  constructor(memory: WebAssembly.Memory, at: number) {
    this.#words = new Int32Array(memory.buffer, at, taskBytes / 4);
    this.#arguments = new Float64Array(memory.buffer, at + argumentsByte, maxArguments);
  }

  /** By the one thread that hands out tasks. */
  publish(task: Task): void {
    const parts = partsOf(task);
    if (parts > maxParts) throw new RangeError(`${parts} parts are too many`);
    const { args, units, perPart, scratch, scratchBytes } = task;
    if (args.length > maxArguments) throw new RangeError(`${args.length} arguments are too many`);
    const fields = [kernelNames.indexOf(task.kernel), args.length, units, perPart];
    this.#words.set([...fields, scratch, scratchBytes], fieldsWord);
    this.#arguments.set(args);
    Atomics.store(this.#words, doneWord, 0);
    this.#number = (this.#number + 1) & 0x7fff;
    Atomics.store(this.#words, ticketWord, (this.#number << 16) | parts);
    if (Atomics.load(this.#words, sleepingWord) > 0) Atomics.notify(this.#words, ticketWord);
  }

  /** Takes parts until none is left; gives how many it took. */
  work(kernels: Kernels, thread: number): number {
    let taken = 0;
    for (let part = this.#take(); part >= 0; part = this.#take()) {
      runPart(kernels, this.#read(), part, thread);
      Atomics.add(this.#words, doneWord, 1);
      taken += 1;
    }
    return taken;
  }

  /** By the one thread that hands out tasks: threads from this number on sleep. */
  setThreads(count: number): void {
    Atomics.store(this.#words, threadsWord, count);
    Atomics.notify(this.#words, threadsWord);
  }

  get done(): number {
    return Atomics.load(this.#words, doneWord);
  }

  /** Until there are parts to be taken by this thread: watches for a while, then sleeps. */
  waitForWork(watches: number, thread: number): void {
    for (;;) {
      const threads = Atomics.load(this.#words, threadsWord);
      if (thread < threads) break;
      Atomics.wait(this.#words, threadsWord, threads);
    }
    for (let i = 0; i < watches; i++) if (this.#left() > 0) return;
    Atomics.add(this.#words, sleepingWord, 1);
    const ticket = Atomics.load(this.#words, ticketWord);
    if ((ticket & maxParts) === 0) Atomics.wait(this.#words, ticketWord, ticket);
    Atomics.sub(this.#words, sleepingWord, 1);
  }

  #left(): number {
    return Atomics.load(this.#words, ticketWord) & maxParts;
  }

  /** The part taken, or −1 if none is left. */
  #take(): number {
    for (;;) {
      const ticket = Atomics.load(this.#words, ticketWord);
      const left = ticket & maxParts;
      if (left === 0) return -1;
      const seen = Atomics.compareExchange(this.#words, ticketWord, ticket, ticket - 1);
      if (seen === ticket) return left - 1;
    }
  }

  #read(): Task {
    const [kernel = 0, count = 0, units = 0, perPart = 1, scratch = 0, scratchBytes = 0] =
      this.#words.subarray(fieldsWord, fieldsWord + 6);
    const name = kernelNames[kernel];
    if (!name) throw new Error(`No kernel ${kernel}`);
    const args = Array.from(this.#arguments.subarray(0, count));
    return { kernel: name, args, units, perPart, scratch: scratch >>> 0, scratchBytes };
  }
}
