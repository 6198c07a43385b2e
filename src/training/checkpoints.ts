import type { Checkpoint, CheckpointKind } from '../run/checkpoint/checkpoint.ts';

/** A checkpoint that is to be kept, as the last, the best, or both. */
export type KeepCheckpoint = (checkpoint: Checkpoint, kinds: readonly CheckpointKind[]) => void;

/** Between two that are kept while nothing happens, in milliseconds. */
const interval = 5000;

/** Holds the newest and the best checkpoint, and hands them on now and then and when it matters. */
export class Checkpoints {
  #last: Checkpoint | undefined;
  #best: Checkpoint | undefined;
  #keptAt: number;

  constructor(
    readonly keep: KeepCheckpoint,
    readonly now: () => number = () => performance.now(),
  ) {
    this.#keptAt = now();
  }

  /** After an epoch: an epoch of a small model takes less time than a file of it to be written. */
  add(checkpoint: Checkpoint, isBest: boolean): void {
    this.#last = checkpoint;
    if (isBest) this.#best = checkpoint;
    if (this.now() - this.#keptAt >= interval) this.flush();
  }

  /** Hands on what is not kept yet: before a pause, and before the end, however it comes. */
  flush(): void {
    const [last, best] = [this.#last, this.#best];
    this.#last = this.#best = undefined;
    this.#keptAt = this.now();
    if (best && best !== last) this.keep(best, ['best']);
    if (last) this.keep(last, best === last ? ['last', 'best'] : ['last']);
  }
}
