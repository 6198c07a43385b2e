import { message } from '../../../l10n.ts';
import { crossEntropies, sideOf, squaredErrors, type Work } from './work.ts';

export const glorotBengio: Work = {
  source: 'Glorot & Bengio 2010, AISTATS; Nielsen 2015, chapter 3',
  claim: message(
    'Squared error has plateaus where outputs are saturated, so cross-entropy learns faster.',
  ),
  conditions: message('Sigmoid or softmax outputs; the same data and starting point.'),
  expects: (pair) => {
    const outcome = sideOf(pair, crossEntropies, squaredErrors);
    return outcome && { of: 'speed', outcome };
  },
};
