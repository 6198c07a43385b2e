/** What a person asks of a running training; it obeys between two batches. */
export class TrainingControl {
  #paused = false;
  #stopped = false;
  /** Batches that may be taken while paused. */
  #steps = 0;
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
    this.#steps = 0;
    this.#awaken();
  }

  /** Lets a paused training take one batch and pause again; nothing for one that is not paused. */
  step(): void {
    if (!this.#paused) return;
    this.#steps += 1;
    this.#awaken();
  }

  /** For good, paused or not. */
  stop(): void {
    this.#stopped = true;
    this.#awaken();
  }

  /** Until `resume`, `step` or `stop`; at once if not paused. */
  async whilePaused(): Promise<void> {
    while (this.#paused && !this.#stopped && this.#steps === 0) {
      await new Promise<void>((resolve) => (this.#awaken = resolve));
    }
    this.#steps = Math.max(0, this.#steps - 1);
  }
}
