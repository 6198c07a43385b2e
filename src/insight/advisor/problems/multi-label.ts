import { message } from '../../../l10n.ts';
import { boundedReason, pairsReason, smoothingReason, temperatureReason } from '../reasons.ts';
import {
  binaryCrossEntropy,
  binaryFocal,
  binaryGeneralised,
  pairwiseLogistic,
  smoothedBinaryCrossEntropy,
  weightedBinaryCrossEntropy,
} from '../losses/independent.ts';
import { always, isNoisy, mayWeigh, wants, type Problem } from '../problem.ts';

export const multiLabel: Problem = {
  rules: [
    { loss: binaryGeneralised, when: isNoisy, reason: boundedReason },
    {
      loss: weightedBinaryCrossEntropy,
      when: mayWeigh,
      reason: {
        text: message(
          'Most labels are absent from most images. A weight of its own for each label, n_− / n_+, gives the few images that have it as much say.',
        ),
        source: 'King & Zeng 2001',
      },
    },
    {
      loss: binaryFocal,
      when: (answers) => mayWeigh(answers) && !isNoisy(answers),
      reason: {
        text: message(
          'The many labels that are surely absent count less, by p^γ, and the few present ones are not drowned.',
        ),
        source: 'Lin et al. 2017, arXiv 1708.02002',
      },
    },
    { loss: binaryCrossEntropy, when: wants('calibration'), reason: temperatureReason },
    {
      loss: binaryCrossEntropy,
      when: always,
      reason: {
        text: message(
          'Each label is a yes or no of its own, with a sigmoid of its own: one says nothing about another, and none or all may be present.',
        ),
        source: 'Bishop 2006, Pattern Recognition and Machine Learning, 4.3.2',
      },
    },
    { loss: pairwiseLogistic, when: wants('ranking'), reason: pairsReason },
    { loss: smoothedBinaryCrossEntropy, when: always, reason: smoothingReason },
  ],
  trial: message(
    'Loss Lab has no data with several labels an image, so this choice cannot be settled in it.',
  ),
};
