import type { Message } from '../l10n.ts';
import type { MovedEvent, RunEvent, StartedEvent } from './event.ts';
import type { Run } from './run.ts';

/** What there is one of for each step or epoch. */
type Series = 'batch' | 'first-step' | 'gradients' | 'epoch' | 'evaluation';

/**
 * How far a training has been told of. One that begins anew at a checkpoint, in another worker or on another
 * device, repeats steps: what was told is dropped, so that a run has no point twice and none goes back.
 */
export class Told {
  /** Of the last event. */
  step = 0;
  /** How many events of something measured there were. */
  measured = 0;
  #wallTime = 0;
  #hasStarted = false;
  #moving: Message | undefined;
  /** The step or epoch that a series has come to. */
  readonly #reached = new Map<Series, number>();

  /** All that has happened in a run. */
  static of({ step, lastEventAt, setting, batches, gradients, epochs, evaluations }: Run): Told {
    const told = new Told();
    told.step = step;
    told.#wallTime = lastEventAt ?? 0;
    told.#hasStarted = setting !== undefined;
    told.#reach('batch', batches.step.at(-1));
    told.#reach('first-step', gradients.firstStep && 1);
    told.#reach('gradients', gradients.epoch.at(-1));
    told.#reach('epoch', epochs.epoch.at(-1));
    told.#reach('evaluation', evaluations.epoch.at(-1));
    return told;
  }

  /** The next `started` will be of a training that goes on from a checkpoint, for this reason. */
  beginAgain(reason: Message): void {
    this.#moving = reason;
  }

  /** The event as it is to be told; undefined for one that was. */
  news(event: RunEvent): RunEvent | undefined {
    const news = event.type === 'started' ? this.#start(event) : this.#isNew(event) && event;
    if (!news) return undefined;
    this.step = Math.max(this.step, news.step);
    this.#wallTime = Math.max(this.#wallTime, news.wallTime);
    return { ...news, step: this.step, wallTime: this.#wallTime };
  }

  #start(event: StartedEvent): StartedEvent | MovedEvent | undefined {
    const [isFirst, reason] = [!this.#hasStarted, this.#moving];
    this.#hasStarted = true;
    this.#moving = undefined;
    return isFirst ? event : reason && { ...event, type: 'moved', reason };
  }

  #isNew(event: Exclude<RunEvent, StartedEvent>): boolean {
    switch (event.type) {
      case 'batch':
        return this.#passes('batch', event.step);
      case 'gradients':
        return event.window === 'first-step'
          ? this.#passes('first-step', event.step)
          : this.#passes('gradients', event.epoch);
      case 'epoch':
      case 'evaluation':
        return this.#passes(event.type, event.epoch);
      case 'moved':
      case 'paused':
      case 'resumed':
      case 'finished':
        return true;
    }
  }

  #passes(series: Series, place: number): boolean {
    if (place <= (this.#reached.get(series) ?? -1)) return false;
    this.#reach(series, place);
    this.measured += 1;
    return true;
  }

  #reach(series: Series, place: number | undefined): void {
    if (place !== undefined) this.#reached.set(series, place);
  }
}
