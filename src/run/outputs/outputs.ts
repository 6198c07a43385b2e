/** What a network makes of a part of the validation set after one epoch. */
export interface Outputs extends SampledOutputs {
  readonly epoch: number;
}

export interface SampledOutputs extends SampledRows {
  readonly classes: number;
  /** [labels, classes] row by row, as the network gives them: of a diverged run they may be NaN. */
  readonly logits: Float32Array<ArrayBuffer>;
  /** The true class of each row. */
  readonly labels: Uint8Array<ArrayBuffer>;
}

/** Which labels of the validation set the rows are of. */
export interface SampledRows {
  /** Row i is of label i · stride. */
  readonly stride: number;
  /** 1, or height · width where every pixel has a class, row by row. */
  readonly labelsPerImage: number;
}

/** Numbers of one epoch at most. */
const mostValues = 100_000;

/**
 * The least stride that leaves at most `mostValues` numbers and shares no factor with `period`, after which
 * labels may be alike: the width of a mask, so that every column is met, or the number of classes, which an
 * own data set may list in turn.
 */
export function strideOf(labels: number, classes: number, period: number): number {
  let stride = 1;
  while (Math.ceil(labels / stride) * classes > mostValues || commonFactor(stride, period) > 1)
    stride++;
  return stride;
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b);
}
