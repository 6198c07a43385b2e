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

export const binary: Problem = {
  rules: [
    { loss: binaryGeneralised, when: isNoisy, reason: boundedReason },
    {
      loss: binaryCrossEntropy,
      when: wants('ranking'),
      reason: {
        text: message(
          'Who estimates the probability well also ranks well, and a threshold can still be chosen later. Weights would hardly change the order.',
        ),
        source: 'Agarwal 2014, Journal of Machine Learning Research 15',
      },
    },
    { loss: pairwiseLogistic, when: wants('ranking'), reason: pairsReason },
    {
      loss: weightedBinaryCrossEntropy,
      when: mayWeigh,
      reason: {
        text: message(
          'The rare positives count w times, n_− / n_+ for equal say. It acts like another threshold: choose that on validation data as well.',
        ),
        source: 'King & Zeng 2001',
      },
    },
    {
      loss: binaryFocal,
      when: (answers) => mayWeigh(answers) && !isNoisy(answers),
      reason: {
        text: message(
          'Negatives that are right already count less, by p^γ, so that many easy ones do not drown the rare positives. Lin and others add α = 0.25 to it.',
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
          'One output is enough for two classes. The slope of the sigmoid cancels, so the gradient at the logit is p − y; squared error keeps that slope and learns slowly where it is surely wrong.',
        ),
        source: 'Golik et al. 2013',
      },
    },
    { loss: smoothedBinaryCrossEntropy, when: always, reason: smoothingReason },
    {
      loss: binaryFocal,
      when: always,
      reason: {
        text: message(
          'Less sure of itself than cross-entropy, which was reported to help calibration.',
        ),
        source: 'Mukhoti et al. 2020, arXiv 2002.09437',
      },
    },
  ],
  trial: {
    base: { dataset: { name: 'fashion-mnist' }, epochs: 15 },
    against: { name: 'mean-squared-error-sigmoid' },
    note: message(
      'Loss Lab has no data of just two classes: ten classes of Fashion-MNIST stand for them. A folder of your own with two subfolders takes their place under “own” of the data set.',
    ),
    canBeUneven: true,
  },
};
