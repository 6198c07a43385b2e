/** Milliseconds of a span, which has several of the bursts in which a device tells its steps. */
const length = 500;

const spans = 3;

/**
 * How fast steps come, by the fastest of some spans: what else the machine did in the others, or that it
 * slept, says nothing of it.
 */
export class FastestSpan {
  #done = 0;
  /** Steps a millisecond; of the span that has begun until one is whole. */
  #fastest = NaN;
  #begin: { readonly time: number; readonly step: number } | undefined;

  /** A step is told at a time in milliseconds. */
  note(step: number, time: number): void {
    const begin = (this.#begin ??= { time, step });
    if (step === begin.step || this.isMeasured) return;
    const speed = (step - begin.step) / (time - begin.time);
    const isWhole = time - begin.time >= length;
    if (this.#done === 0) this.#fastest = speed;
    else if (isWhole) this.#fastest = Math.max(this.#fastest, speed);
    if (!isWhole) return;
    this.#done += 1;
    this.#begin = { time, step };
  }

  get isMeasured(): boolean {
    return this.#done === spans;
  }

  /** NaN before a second step. */
  get stepsPerSecond(): number {
    return 1000 * this.#fastest;
  }
}
