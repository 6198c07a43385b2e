import { losses, type LossName } from '../experiment/losses/catalogue.ts';
import { reductionFactor, type Activation } from '../experiment/losses/loss.ts';
import { Prediction } from '../experiment/losses/prediction.ts';

/**
 * A loss in its default reduction where every class is given its share 1/K, whatever the image: ln K
 * for cross-entropy, (K − 1)/K² for mean squared error. For K classes of equal size.
 */
export function chanceLevel(name: LossName, classes: number): number {
  const loss = losses[name];
  const logits = new Float64Array(classes).fill(logitOfShare(loss.activation, classes));
  return loss.value(Prediction.of(logits, 0)) * reductionFactor(loss.reductions[0], classes);
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
