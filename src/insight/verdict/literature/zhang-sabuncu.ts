import { message } from '../../../l10n.ts';
import { crossEntropies, sideOf, type Work } from './work.ts';

export const zhangSabuncu: Work = {
  source: 'Zhang & Sabuncu 2018, NeurIPS, arXiv 1805.07836',
  claim: message(
    'With wrong labels, generalised cross-entropy (q = 0.7) is more accurate than cross-entropy, and learns faster than mean absolute error.',
  ),
  conditions: message('Told of runs with label noise; deep networks on CIFAR and Fashion-MNIST.'),
  expects: (pair) => {
    const isNoisy = pair.a.spec.dataset.labelNoise > 0;
    const outcome = sideOf(pair, ['generalised-cross-entropy'], crossEntropies);
    return isNoisy && outcome ? { of: 'accuracy', outcome } : undefined;
  },
};
