import { message } from '../../../l10n.ts';
import {
  crossEntropy,
  generalisedCrossEntropy,
  weightedCrossEntropy,
} from '../losses/exclusive.ts';
import { angularMargin, triplet } from '../losses/features.ts';
import { boundedReason, temperatureReason } from '../reasons.ts';
import { always, isNoisy, isUneven, wants, type Problem } from '../problem.ts';

export const recognition: Problem = {
  rules: [
    { loss: generalisedCrossEntropy, when: isNoisy, reason: boundedReason },
    { loss: crossEntropy, when: wants('calibration'), reason: temperatureReason },
    {
      loss: weightedCrossEntropy,
      when: (answers) => isUneven(answers) && !wants('calibration')(answers),
      reason: {
        text: message('Classes with few images shape the features as much as those with many.'),
        source: 'King & Zeng 2001',
      },
    },
    {
      loss: angularMargin,
      when: wants('ranking'),
      reason: {
        text: message(
          'Asks for a margin between the angles of classes, and angles are what is compared later. Start from weights trained by cross-entropy.',
        ),
        source: 'Deng et al. 2019, arXiv 1801.07698',
      },
    },
    {
      loss: crossEntropy,
      when: always,
      reason: {
        text: message(
          'Trained on the known classes, the last hidden layer gives features that serve for new ones. A strong baseline; losses that do better on the known classes, label smoothing among them, were found to transfer worse.',
        ),
        source: 'Kornblith et al. 2021, arXiv 2010.16402',
      },
    },
    {
      loss: angularMargin,
      when: always,
      reason: {
        text: message('Made for faces: a margin between the angles that are compared later.'),
        source: 'Deng et al. 2019, arXiv 1801.07698',
      },
    },
    {
      loss: triplet,
      when: always,
      reason: {
        text: message(
          'Needs no classes, only which images belong together; it learns little unless hard negatives are looked for.',
        ),
        source: 'Schroff et al. 2015, arXiv 1503.03832',
      },
    },
  ],
  trial: {
    base: { dataset: { name: 'fashion-recognition' }, model: 'cnn', epochs: 8 },
    against: { name: 'cross-entropy', parameters: { labelSmoothing: 0.2 } },
    note: message(
      'Seven classes of Fashion-MNIST are trained, three others recognised. Loss Lab cannot train losses of angles or triplets.',
    ),
    canBeUneven: true,
  },
};
