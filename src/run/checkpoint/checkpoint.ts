import type { RandomState } from '../../experiment/random.ts';

/** Everything that a training goes on from after an epoch, so that it continues to the bit. */
export interface Checkpoint {
  /** The last epoch that had ended. */
  readonly epoch: number;
  /** Optimizer steps done. */
  readonly step: number;
  /** Weights, what the optimizer keeps of each, moving averages: float32, by names as `dense-1.weights`. */
  readonly tensors: ReadonlyMap<string, SavedTensor>;
  /** The training images in the order of the last epoch. */
  readonly order: Uint32Array;
  /** Of every generator that is drawn from while training. */
  readonly random: Readonly<Record<string, RandomState>>;
  readonly validation: ValidationHistory;
}

export interface SavedTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** How the validation loss has gone so far, for early stopping and the best checkpoint. */
export interface ValidationHistory {
  /** The lowest loss of all epochs and the first epoch that had it; Infinity and 0 before any. */
  readonly best: number;
  readonly bestEpoch: number;
  /** The loss that counted as better last, and since when patience is lost. */
  readonly mark: number;
  readonly markEpoch: number;
}

/** Which checkpoint of a run: the one after its last epoch, or after that of the best validation loss. */
export const checkpointKinds = ['last', 'best'] as const;
export type CheckpointKind = (typeof checkpointKinds)[number];

export function checkpointFileName(kind: CheckpointKind): string {
  return `checkpoint-${kind}.safetensors`;
}

/** The best checkpoint stands for a diverged run, whose last may be on its way there. */
export function continuedFrom(outcome: string): CheckpointKind {
  return outcome === 'diverged' ? 'best' : 'last';
}
