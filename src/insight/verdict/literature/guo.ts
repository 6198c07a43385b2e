import { message } from '../../../l10n.ts';
import { sideOf, type Work } from './work.ts';

export const guo: Work = {
  source: 'Guo et al. 2017, arXiv 1706.04599; Mukhoti et al. 2020, arXiv 2002.09437',
  claim: message('Cross-entropy becomes overconfident; focal loss is better calibrated.'),
  conditions: message(
    'Large networks that fit their training data to the last; before any temperature scaling.',
  ),
  expects: (pair) => {
    const outcome = sideOf(pair, ['focal'], ['cross-entropy']);
    return outcome && { of: 'calibration', outcome };
  },
};
