import { message } from '../../../l10n.ts';
import { boundedReason, pushReason, smoothingReason, temperatureReason } from '../reasons.ts';
import {
  crossEntropy,
  focal,
  generalisedCrossEntropy,
  rescaledSquaredError,
  smoothedCrossEntropy,
  weightedCrossEntropy,
} from '../losses/exclusive.ts';
import { always, isNoisy, mayWeigh, wants, type Problem } from '../problem.ts';

export const multiClass: Problem = {
  rules: [
    { loss: generalisedCrossEntropy, when: isNoisy, reason: boundedReason },
    {
      loss: weightedCrossEntropy,
      when: mayWeigh,
      reason: {
        text: message(
          'Every class weighs the same in the sum, however few examples it has: w is N/(K n_k). Without weights the frequent classes decide nearly all of the gradient.',
        ),
        source: 'King & Zeng 2001',
      },
    },
    {
      loss: focal,
      when: (answers) => mayWeigh(answers) && !isNoisy(answers),
      reason: {
        text: message(
          'Examples that are right already count less, by (1 − p)^γ, so that many easy ones do not drown the few hard ones. It was made for detection, where most of an image is background.',
        ),
        source: 'Lin et al. 2017, arXiv 1708.02002',
      },
    },
    { loss: crossEntropy, when: wants('calibration'), reason: temperatureReason },
    { loss: crossEntropy, when: always, reason: pushReason },
    {
      loss: rescaledSquaredError,
      when: ({ output }) => output === 'linear',
      reason: {
        text: message(
          'For outputs that are meant as numbers: tuned well, square loss did as well as cross-entropy or better in 22 of 28 tasks. From 42 classes up it needs k and M; the plain one gets worse with the number of classes.',
        ),
        source: 'Hui & Belkin 2020, arXiv 2006.07322; Demirkaya et al. 2020',
      },
    },
    { loss: smoothedCrossEntropy, when: always, reason: smoothingReason },
    {
      loss: focal,
      when: wants('calibration'),
      reason: {
        text: message(
          'Less sure of itself than cross-entropy, and reported to be better calibrated on images.',
        ),
        source: 'Mukhoti et al. 2020, arXiv 2002.09437',
      },
    },
  ],
  trial: {
    base: { dataset: { name: 'fashion-mnist' }, epochs: 15 },
    against: { name: 'mean-squared-error' },
    note: message(
      'On ten classes of Fashion-MNIST. With images of your own, put them under “own” of the data set.',
    ),
    canBeUneven: true,
  },
};
