/** What is to be ended by its owner; VS Code's `Disposable` is one. */
export interface Disposable {
  dispose(): unknown;
}

/** Owns what it is given and disposes it in the reverse order. */
export class Disposables implements Disposable {
  readonly #owned: Disposable[] = [];

  add<T extends Disposable>(disposable: T): T {
    this.#owned.push(disposable);
    return disposable;
  }

  dispose(): void {
    for (const disposable of this.#owned.splice(0).reverse()) disposable.dispose();
  }
}

/**
 * Calls `run` soon after `schedule`, at most once an interval, and always once after the last
 * call: what a view shows is late by at most the interval and never stale.
 */
export class Throttle implements Disposable {
  #timer: NodeJS.Timeout | undefined;
  /** By a clock that nobody sets. */
  #last = -Infinity;

  constructor(
    readonly interval: number,
    readonly run: () => void,
  ) {}

  schedule(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#last + this.interval - performance.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#last = performance.now();
      this.run();
    }, wait);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
