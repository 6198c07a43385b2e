import { message } from '../../../l10n.ts';
import { crossEntropies, sideOf, type Work } from './work.ts';

export const ghosh: Work = {
  source: 'Ghosh, Kumar & Sastry 2017, AAAI, arXiv 1712.09482',
  claim: message('With wrong labels, mean absolute error stays more accurate than cross-entropy.'),
  conditions: message('Told of runs with label noise; it trains slowly, so it needs its epochs.'),
  expects: (pair) => {
    const outcome = sideOf(pair, ['mean-absolute-error'], crossEntropies);
    return pair.a.spec.dataset.labelNoise > 0 && outcome ? { of: 'accuracy', outcome } : undefined;
  },
};
