import { message } from '../../../l10n.ts';
import { crossEntropies, sideOf, squaredErrors, type Work } from './work.ts';

export const golik: Work = {
  source: 'Golik, Doetsch & Ney 2013, Interspeech',
  claim: message(
    'From random initial weights, squared error gets stuck in poor optima that cross-entropy does not, and ends less accurate.',
  ),
  conditions: message('Speech and handwriting, sigmoid networks, one training recipe.'),
  expects: (pair) => {
    const outcome = sideOf(pair, crossEntropies, squaredErrors);
    return outcome && { of: 'accuracy', outcome };
  },
};
