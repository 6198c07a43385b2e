import { losses } from '../experiment/losses/catalogue.ts';
import type { LossSpec } from '../experiment/losses/loss-spec.ts';
import { reductionFactor, type Activation } from '../experiment/losses/loss.ts';
import { Prediction } from '../experiment/losses/prediction.ts';

/**
 * A loss where every class is given its share 1/K, whatever the image: ln K for cross-entropy,
 * (K − 1)/K² for mean squared error. For K classes of equal size; undefined for a loss that depends on
 * more, the sizes of regions or weights.
 */
export function chanceLevel(spec: LossSpec, classes: number): number | undefined {
  const loss = losses[spec.name];
  if (loss.scope !== 'label' || spec.classWeights !== 'equal' || spec.batch === 'sum')
    return undefined;
  const logits = new Float64Array(classes).fill(logitOfShare(loss.activation, classes));
  const value = loss.value(Prediction.of(logits, 0), spec.parameters);
  return value * reductionFactor(spec.reduction, classes);
}

/** The logit that the activation turns into 1/K when all K logits are the same. */
function logitOfShare(activation: Activation, classes: number): number {
  switch (activation) {
    case 'softmax':
      return 0;
    case 'sigmoid':
      return -Math.log(classes - 1);
    case 'linear':
      return 1 / classes;
  }
}
