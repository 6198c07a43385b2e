import { message } from '../../../l10n.ts';
import { sideOf, type Work } from './work.ts';

export const lin: Work = {
  source: 'Lin et al. 2017, arXiv 1708.02002',
  claim: message('Where classes are very unequal, focal loss (γ = 2) is more accurate.'),
  conditions: message('Told of unequal classes; object detection with 1 object to 1,000 others.'),
  expects: (pair) => {
    const outcome = sideOf(pair, ['focal'], ['cross-entropy', 'binary-cross-entropy']);
    return pair.a.spec.dataset.imbalance > 1 && outcome ? { of: 'accuracy', outcome } : undefined;
  },
};
