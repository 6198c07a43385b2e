import type { Disposable } from './disposables.ts';

/** Into how many parts a time is cut, of which a sleep of the machine takes at most one. */
const slices = 10;

/**
 * Calls `onOver` when nobody has answered for a while, unless it is disposed before. The time that a machine
 * slept, or a page was frozen, is nobody's: whoever is waited for slept too, so the wait begins again, once.
 */
export class Patience implements Disposable {
  #timer: NodeJS.Timeout | undefined;
  #left = slices;
  #hasBegunAgain = false;

  constructor(
    readonly milliseconds: number,
    readonly onOver: () => void,
  ) {
    this.#wait();
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #wait(): void {
    const since = Date.now();
    this.#timer = setTimeout(() => {
      this.#left -= 1;
      const hasSlept = Date.now() - since > this.milliseconds;
      if (hasSlept && !this.#hasBegunAgain) {
        this.#hasBegunAgain = true;
        this.#left = slices;
      }
      if (this.#left > 0) this.#wait();
      else this.onOver();
    }, this.milliseconds / slices);
  }
}
