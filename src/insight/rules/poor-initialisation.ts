import { loss, message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { atEpoch } from './readings.ts';
import { remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';
import { batchNorm, lookAtScale, suitedWeights } from './style-remedies.ts';

/** Of ln K. */
const nearChance = 0.001;
/** Of the mean square of the logits, nearly: theirs is 0.02 and more where the weights have a usual scale. */
const nearZero = 0.005;
const factor = 2;

export const poorInitialisation: Rule = {
  name: message('The initial weights do not suit the network'),
  quantity: message('cross-entropy before the first step'),
  condition: message(
    'Before the first step the cross-entropy of the validation images, whatever the loss that is trained, is within 0.1 % of ln K and the squared error of the logits within 0.005 of 1/K, which both are where all logits are 0; or the cross-entropy is above 2 ln K. Models without a hidden layer are left out.',
  ),
  source:
    'Glorot & Bengio 2010; He et al. 2015, arXiv 1502.01852; Mishkin & Matas 2016, arXiv 1511.06422; Karpathy 2019 (ln K)',
  certainty: 'likely',
  meaning: message(
    'Initial weights of a suitable scale pass signals and gradients on at about their size. Smaller ones shrink both from layer to layer, until all images get the same outputs and hardly any gradient comes back; with weights that are all 0 none does. Larger ones make the model sure, and wrong, of what it has never seen.',
  ),
  success: 'accuracy',
  applies: (run) => run.identity.spec.model.style !== null,
  measure: (run) => {
    const value = run.epochs.validation.losses['cross-entropy'][0];
    const classes = run.setting?.classes;
    if (value === undefined || classes === undefined) return undefined;
    const chance = Math.log(classes);
    const isSmall = Math.abs(value - chance) <= nearChance * chance && areLogitsNearZero(run, classes);
    return {
      value: loss(value),
      limit: loss(isSmall ? chance : factor * chance),
      side: isSmall ? 'near' : 'above',
      place: atEpoch(run, 0),
      isBeyond: isSmall || !(value <= factor * chance),
    };
  },
  remedies: (run) => remediesOf([suitedWeights(run), batchNorm(run)], lookAtScale),
}; // prettier-ignore

/** The mean over the classes of (z − y)² is 1/K, the mean square of the logits, and a little of the label’s. */
function areLogitsNearZero({ epochs }: Run, classes: number): boolean {
  const error = epochs.validation.losses['mean-squared-error-linear'][0] ?? NaN;
  return Math.abs(error - 1 / classes) <= nearZero;
}
