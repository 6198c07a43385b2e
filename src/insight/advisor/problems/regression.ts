import { message } from '../../../l10n.ts';
import { pairwiseLogistic } from '../losses/independent.ts';
import { absoluteError, gaussianLikelihood, huber, squaredError } from '../losses/numbers.ts';
import { pairsReason } from '../reasons.ts';
import { always, isNoisy, wants, type Problem } from '../problem.ts';

export const regression: Problem = {
  rules: [
    {
      loss: huber,
      when: isNoisy,
      reason: {
        text: message(
          'Squared near the target, straight beyond δ: an outlier pulls no harder than δ. Choose δ near the error that is still usual.',
        ),
        source: 'Huber 1964',
      },
    },
    {
      loss: absoluteError,
      when: isNoisy,
      reason: {
        text: message(
          'Its best constant is the median, which outliers hardly move. The slope does not shrink near the target, so let the learning rate fall.',
        ),
        source: 'Koenker & Bassett 1978',
      },
    },
    {
      loss: gaussianLikelihood,
      when: wants('calibration'),
      reason: {
        text: message(
          'Learns how sure it is of each number, as a variance of its own; squared error takes all for equally sure.',
        ),
        source: 'Nix & Weigend 1994',
      },
    },
    { loss: pairwiseLogistic, when: wants('ranking'), reason: pairsReason },
    {
      loss: squaredError,
      when: always,
      reason: {
        text: message(
          'The likelihood of Gaussian errors; its best constant is the mean. The gradient is the error itself, which is right on a linear output: nothing saturates there.',
        ),
        source: 'Bishop 2006, Pattern Recognition and Machine Learning, 3.1.1',
      },
    },
    {
      loss: huber,
      when: always,
      reason: {
        text: message('Nearly the same without outliers, and safe if there are some after all.'),
        source: 'Huber 1964',
      },
    },
  ],
  trial: message(
    'Loss Lab’s data have classes and no numbers as targets, so this choice cannot be settled in it.',
  ),
};
