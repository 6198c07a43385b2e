import { message } from '../../../l10n.ts';
import { crossEntropies, sideOf, squaredErrors, type Work } from './work.ts';

/** From so many classes on they rescale. */
const many = 42;

export const demirkaya: Work = {
  source: 'Demirkaya, Chen & Oymak 2020, CISS; Hui & Belkin 2021',
  claim: message(
    'Squared error falls behind as the number of classes grows, unless it is rescaled.',
  ),
  conditions: message(
    'Told of pairs with 42 classes or more, from which on the rescaling is advised.',
  ),
  expects: (pair) => {
    const classes = pair.a.runs[0]?.setting?.classes ?? 0;
    const outcome = sideOf(pair, crossEntropies, squaredErrors.slice(0, 3));
    return classes >= many && outcome ? { of: 'accuracy', outcome } : undefined;
  },
};
