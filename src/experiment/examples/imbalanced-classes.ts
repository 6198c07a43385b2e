import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const imbalancedClasses: Example = {
  title: message('What is lost on rare classes, and which loss gets it back?'),
  description: message(
    'The largest class has a hundred times the images of the smallest; in validation all are equal. Compare the loss of each class and the confusions, not the training accuracy.',
  ),
  base: { dataset: { name: 'fashion-mnist', imbalance: 100 }, optimizer: 'adam', epochs: 15 },
  variants: [
    { change: { loss: 'cross-entropy' } },
    {
      name: message('Balanced weights'),
      change: { loss: { name: 'cross-entropy', classWeights: 'balanced' } },
    },
    { change: { loss: 'focal' } },
  ],
};
