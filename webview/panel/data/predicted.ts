import { fromBase64 } from '../../../src/base64.ts';
import type { PredictionsAnswer } from '../../../src/question.ts';

/** What a checkpoint of a run makes of one image. */
export interface Predicted {
  /** After which the checkpoint was taken. */
  readonly epoch: number;
  /** Of each class; undefined where the outputs are none, and for masks. */
  readonly probabilities?: readonly number[] | undefined;
  /** A class for every pixel, 255 for none, and the share of those that are right. */
  readonly mask?: Uint8Array;
  readonly accuracy?: number | undefined;
}

/** One entry an image that was asked for. */
export function unpackPredictions({ epoch, outcome }: PredictionsAnswer): Predicted[] {
  if (outcome.kind === 'classes')
    return outcome.predicted.map((_, i) => ({ epoch, probabilities: outcome.probabilities?.[i] }));
  const masks = fromBase64(outcome.masks);
  const { length } = outcome.accuracies;
  return outcome.accuracies.map((accuracy, i) => ({
    epoch,
    accuracy,
    mask: masks.subarray((i * masks.length) / length, ((i + 1) * masks.length) / length),
  }));
}
