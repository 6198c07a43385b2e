import { message } from '../../../l10n.ts';
import { crossEntropy, generalisedCrossEntropy } from '../losses/exclusive.ts';
import { crossEntropyDice, dice, focalTversky } from '../losses/regions.ts';
import { boundedReason } from '../reasons.ts';
import { always, isNoisy, mayWeigh, wants, type Problem } from '../problem.ts';

export const segmentation: Problem = {
  rules: [
    {
      loss: crossEntropy,
      when: wants('calibration'),
      reason: {
        text: message(
          'A probability for every pixel that is least wrong where it is true. Losses of regions push pixels to 0 or 1 and were found overconfident.',
        ),
        source: 'Mehrtash et al. 2020, arXiv 1911.13273',
      },
    },
    { loss: generalisedCrossEntropy, when: isNoisy, reason: boundedReason },
    {
      loss: crossEntropyDice,
      when: always,
      reason: {
        text: message(
          'Cross-entropy pushes every pixel from the first step on; Dice counts regions by what they share with the truth, so a small one counts as much as the background.',
        ),
        source: 'Isensee et al. 2021 (nnU-Net)',
      },
    },
    {
      loss: focalTversky,
      when: (answers) => mayWeigh(answers) || wants('regions')(answers),
      reason: {
        text: message(
          'A missed pixel costs more than a false alarm (β > α), and regions that are badly found keep a strong gradient. Warm up the learning rate: it may stay with background alone.',
        ),
        source: 'Abraham & Khan 2018, arXiv 1810.07842; Jadon 2020, arXiv 2006.14822',
      },
    },
    {
      loss: dice,
      when: (answers) => mayWeigh(answers) || wants('regions')(answers),
      reason: {
        text: message(
          'The overlap itself: the share of background no longer matters. Its gradient is unsteady for tiny regions and at the start.',
        ),
        source: 'Milletari et al. 2016, arXiv 1606.04797',
      },
    },
    {
      loss: crossEntropy,
      when: always,
      reason: {
        text: message(
          'Each pixel by itself: steady, and right where pixels are what counts. The largest class decides most of it.',
        ),
        source: 'Jadon 2020, arXiv 2006.14822',
      },
    },
    {
      loss: dice,
      when: always,
      reason: {
        text: message('The overlap that IoU measures, as a loss. Unsteady by itself at the start.'),
        source: 'Milletari et al. 2016, arXiv 1606.04797',
      },
    },
  ],
  trial: {
    base: { dataset: { name: 'fashion-scenes' }, epochs: 5, batchSize: 16 },
    against: { name: 'cross-entropy' },
    note: message('On scenes composed of Fashion-MNIST, where most pixels are background.'),
    canBeUneven: false,
  },
};
