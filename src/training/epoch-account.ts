import type { GradientsEvent } from '../run/event.ts';
import { histogramOf } from '../run/histogram.ts';
import type { NetworkStep } from './network.ts';
import { StatisticsWindow } from './statistics.ts';
import type { Tally } from './tally.ts';

/** Seconds from which on a step may have been one in which the machine slept. */
const sleep = 30;

/** What is added up over the steps of an epoch. */
export class EpochAccount {
  readonly #windows: readonly StatisticsWindow[];
  #steps = 0;
  #seconds = 0;
  #longest = 0;

  /** @param tally empty */
  constructor(
    layers: number,
    readonly tally: Tally,
  ) {
    this.#windows = Array.from({ length: layers }, () => new StatisticsWindow());
  }

  /** The raw histograms, if this step goes into them: see `isSampled`. */
  binsFor(step: number): readonly Float64Array[] | undefined {
    return isSampled(step) ? this.#windows.map(({ bins }) => bins) : undefined;
  }

  add({ measured, layers }: NetworkStep, seconds: number): void {
    layers.forEach(({ tensors: [weights] }, i) => weights && this.#windows[i]?.add(weights));
    this.tally.add(measured);
    this.#steps += 1;
    this.#seconds += seconds;
    this.#longest = Math.max(this.#longest, seconds);
  }

  /** Time spent on steps alone; a step in which the machine slept counts as the others do. */
  get seconds(): number {
    const others = (this.#seconds - this.#longest) / (this.#steps - 1);
    const hasSlept = this.#longest > sleep && this.#longest > 100 * others;
    return hasSlept ? others * this.#steps : this.#seconds;
  }

  /** Of the gradients so far. */
  gradients(): Pick<GradientsEvent, 'layers' | 'histograms'> {
    return {
      layers: this.#windows.map((layer) => layer.statistics()),
      histograms: this.#windows.map(({ bins }) => histogramOf(bins)),
    };
  }
}

/** Every 16th step and the first go into the histograms, which cost as much as the rest of statistics. */
function isSampled(step: number): boolean {
  return step % 16 === 1;
}
