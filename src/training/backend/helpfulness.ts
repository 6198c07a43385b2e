/** Tasks after which it is seen whether the helpers are of help, and for how many they rest if not. */
const window = 256;
const rest = 4096;

/** The share of the time spent on waiting for helpers from which on they are a hindrance. */
const mostWaiting = 0.3;

/**
 * Whether helpers help. On a processor that is busy otherwise a helper may hold a part and not get to
 * compute it; then the thread that hands out the work waits longer than the part would have taken it.
 */
export class Helpfulness {
  #tasks = 0;
  #total = 0;
  #waiting = 0;
  #resting = 0;

  /** Asked before each task: whether it is to be shared. */
  isHelp(): boolean {
    if (this.#resting === 0) return true;
    this.#resting -= 1;
    return false;
  }

  /** Told after each shared task: how long it took in all, and how long of that was waiting. */
  note(total: number, waiting: number): void {
    this.#tasks += 1;
    this.#total += total;
    this.#waiting += waiting;
    if (this.#tasks < window) return;
    if (this.#waiting > mostWaiting * this.#total) this.#resting = rest;
    this.#tasks = this.#total = this.#waiting = 0;
  }
}
