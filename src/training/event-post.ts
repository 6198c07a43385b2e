import type { RunEvent } from '../run/event.ts';

/** Two messages are at least so far apart, in milliseconds. */
const interval = 5;

/** Posts events at once, or together when they come faster than every 5 ms. None is dropped. */
export class EventPost {
  /** `step` of the last event, 0 before any. */
  lastStep = 0;
  #pending: RunEvent[] = [];
  #postedAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly post: (events: readonly RunEvent[]) => void) {}

  add(event: RunEvent): void {
    this.lastStep = event.step;
    this.#pending.push(event);
    if (performance.now() - this.#postedAt >= interval) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), interval);
  }

  /** Posts what waits, and forgets the timer. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#pending.length === 0) return;
    this.#postedAt = performance.now();
    this.post(this.#pending);
    this.#pending = [];
  }
}
