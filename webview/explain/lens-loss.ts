import { losses } from '../../src/experiment/losses/catalogue.ts';
import { reductionFactor, type LabelLoss } from '../../src/experiment/losses/loss.ts';
import type { LossSpec } from '../../src/experiment/losses/loss-spec.ts';
import type { Prediction } from '../../src/experiment/losses/prediction.ts';
import { normOf } from '../../src/insight/lens/measured.ts';
import type { PullScale } from '../choices.ts';
import type { DrawnLoss } from '../plots/pull.ts';

/** A loss of single labels, as it is measured through the lens. */
export interface LensLoss extends DrawnLoss {
  readonly loss: LabelLoss;
  /** What its sum over the classes is multiplied with. */
  readonly factor: number;
  /** Its own among the losses. */
  readonly key: string;
}

/** Those of the losses that one label has a share of by itself. */
export function lensLosses(
  drawn: readonly DrawnLoss[],
  classes: number,
  scale: PullScale,
): LensLoss[] {
  return drawn.flatMap((of) => {
    const loss = losses[of.spec.name];
    if (loss.scope !== 'label') return [];
    const factor = scale === 'trained' ? reductionFactor(of.spec.reduction, classes) : 1;
    return [{ ...of, loss, factor, key: keyOfLoss(of.spec) }];
  });
}

export const keyOfLoss = (spec: LossSpec): string => JSON.stringify(spec);

/** A loss on one example. */
export interface LossReading {
  readonly value: number;
  /** ‖∂L/∂z‖ */
  readonly pull: number;
}

export function readLoss({ loss, spec, factor }: LensLoss, prediction: Prediction): LossReading {
  const value = factor * loss.value(prediction, spec.parameters);
  return { value, pull: factor * normOf(loss.gradient(prediction, spec.parameters)) };
}
