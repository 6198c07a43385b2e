/** What a person asks of a running training; it obeys between two batches. */
export class TrainingControl {
  #paused = false;
  #stopped = false;
  #awaken: () => void = () => undefined;

  isPaused(): boolean {
    return this.#paused;
  }

  isStopped(): boolean {
    return this.#stopped;
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#awaken();
  }

  /** For good, paused or not. */
  stop(): void {
    this.#stopped = true;
    this.#awaken();
  }

  /** Until `resume` or `stop`; at once if not paused. */
  async whilePaused(): Promise<void> {
    while (this.#paused && !this.#stopped) {
      await new Promise<void>((resolve) => (this.#awaken = resolve));
    }
  }
}
