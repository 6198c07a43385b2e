import { isAugmented } from '../../experiment/augmentations/catalogue.ts';
import { message, percent } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { absoluteError, generalisedCrossEntropy, smoothedLabels } from './loss-remedies.ts';
import { atEpoch } from './readings.ts';
import { earlyStopping, remediesOf } from './remedies.ts';
import type { Rule } from './rule.ts';

const doubtLimit = 0.1;

export const labelNoise: Rule = {
  name: message('Some training labels are wrong'),
  quantity: message('pull of the labels that the model contradicts, of the whole pull of the loss'),
  condition: message(
    'On a softmax output, in the epoch of the lowest validation loss: the model contradicts at least 10 % of the training labels with confidence, by confident learning, and their part of the pull is larger than their part of the labels, which is the limit. The training accuracy is below the validation accuracy by at least half that part, or the images would merely be hard. Augmented images are left out; wrong labels that the validation set has too do not show.',
  ),
  source:
    'Northcutt et al. 2021, arXiv 1911.00068 (confident learning); Arpit et al. 2017, arXiv 1706.05394; Zhang & Sabuncu 2018, arXiv 1805.07836 (pull)',
  certainty: 'likely',
  meaning: message(
    'What the other images teach speaks against these labels. A model learns first what many images have in common, and then single labels by heart, the wrong ones too; under cross-entropy it is the wrong ones that pull hardest.',
  ),
  success: 'accuracy',
  applies: (run) => !isAugmented(run.identity.spec.dataset.augmentation),
  measure: (run) => {
    const { epochs } = run;
    const best = bestEpoch(run);
    const [share = NaN, pull = NaN] = [epochs.doubted.share[best], epochs.doubted.pull[best]];
    if (Number.isNaN(share + pull)) return undefined;
    const missing = (epochs.validation.accuracy[best] ?? NaN) - (epochs.train.accuracy[best] ?? NaN);
    return {
      value: percent(pull),
      limit: percent(share),
      side: 'above',
      place: atEpoch(run, best),
      isBeyond: share >= doubtLimit && missing >= share / 2 && pull > share,
    };
  },
  remedies: (run) =>
    remediesOf(
      [generalisedCrossEntropy(run), absoluteError(run), earlyStopping(run), smoothedLabels(run)],
      {
        text: message('Look at the hardest training images of a step with their labels, and mend those that are wrong.'),
        change: null,
      },
    ),
}; // prettier-ignore

/** The index of the lowest validation loss after an epoch of training; −1 where there is none. */
function bestEpoch({ epochs }: Run): number {
  const trained = epochs.validation.objective.slice(1);
  const lowest = Math.min(...trained.filter((value) => !Number.isNaN(value)));
  const index = trained.indexOf(lowest);
  return index < 0 ? index : index + 1;
}
