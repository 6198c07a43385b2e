import { keptEpochs } from '../run/outputs/kept-epochs.ts';
import type { Outputs } from '../run/outputs/outputs.ts';

/** Takes outputs that are to be kept; their arrays are its own from then on. */
export type KeepOutputs = (outputs: Outputs) => void;

/** Hands on the outputs of the epochs that are kept, and at the end those of the last, whichever it is. */
export class OutputsKeeper {
  readonly #wanted: ReadonlySet<number>;
  #last: Outputs | undefined;

  /** @param epochs that the run may have */
  constructor(
    readonly keep: KeepOutputs,
    epochs: number,
  ) {
    this.#wanted = new Set(keptEpochs(epochs));
  }

  add(outputs: Outputs): void {
    this.#last = outputs;
    if (this.#wanted.has(outputs.epoch)) this.flush();
  }

  flush(): void {
    if (this.#last) this.keep(this.#last);
    this.#last = undefined;
  }
}
