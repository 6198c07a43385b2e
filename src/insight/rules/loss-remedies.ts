import { losses, type LossName } from '../../experiment/losses/catalogue.ts';
import type { WrittenObject } from '../../experiment/merge-written.ts';
import { message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import type { Remedy } from './rule.ts';

/* Other losses; undefined where a run trains on what is proposed, or on what cannot be replaced by it. */

/** The catalogue's cross-entropy in place of one that is computed wrongly. */
export function soundCrossEntropy(run: Run): Remedy {
  return {
    text: message('Try the built-in cross-entropy, which works on logits and clips nothing.'),
    change: otherLoss(run, 'cross-entropy'),
  };
}

export function undampedLoss(run: Run): Remedy {
  return {
    text: message('Try cross-entropy, whose gradient is not damped where the model is wrong.'),
    change: otherLoss(run, 'cross-entropy'),
  };
}

/** For labels some of which are known to be wrong. */
export function robustLoss(run: Run): Remedy | undefined {
  return run.identity.spec.dataset.labelNoise > 0 ? generalisedCrossEntropy(run) : undefined;
}

/** For labels some of which seem to be wrong. */
export function generalisedCrossEntropy(run: Run): Remedy | undefined {
  const { loss } = run.identity.spec;
  if (losses[loss.name].scope !== 'label') return undefined;
  if (loss.name === 'generalised-cross-entropy') return undefined;
  return {
    text: message(
      'Try generalised cross-entropy, which pulls less on images whose label is unlikely to be right.',
    ),
    change: otherLoss(run, 'generalised-cross-entropy'),
  };
}

/** The same, and slower: no label pulls harder the less likely it is (Ghosh et al. 2017, arXiv 1712.09482). */
export function absoluteError(run: Run): Remedy | undefined {
  const { loss } = run.identity.spec;
  if (losses[loss.name].scope !== 'label' || loss.name === 'mean-absolute-error') return undefined;
  return {
    text: message(
      'Try mean absolute error, on which wrong labels hardly pull. It learns more slowly, and may need a larger learning rate.',
    ),
    change: otherLoss(run, 'mean-absolute-error'),
  };
}

/** For classes that are hard, or rare. */
export function focalLoss(run: Run): Remedy | undefined {
  const { loss } = run.identity.spec;
  if (loss.name !== 'cross-entropy') return undefined;
  return {
    text: message('Try focal loss, which is mostly about the images that are still wrong.'),
    change: otherLoss(run, 'focal'),
  };
}

export function smoothedLabels({ identity }: Run): Remedy | undefined {
  const { loss } = identity.spec;
  if (loss.name !== 'cross-entropy' || loss.parameters['labelSmoothing'] !== 0) return undefined;
  return {
    text: message('Try label smoothing of 0.1.'),
    change: { loss: { parameters: { labelSmoothing: 0.1 } } },
  };
}

/** Rare classes weigh more. */
export const balancedWeights: Remedy = {
  text: message('Try balanced class weights, so that every class pulls as much as any other.'),
  change: { loss: { classWeights: 'balanced' } },
};

/** With the same weights of classes and examples. */
function otherLoss({ identity }: Run, name: LossName): WrittenObject {
  const { batch, classWeights } = identity.spec.loss;
  return { loss: { name, batch, classWeights } };
}
