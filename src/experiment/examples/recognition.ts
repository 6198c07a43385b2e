import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const recognition: Example = {
  title: message('Are classes recognised that were never trained on?'),
  description: message(
    'Seven classes are trained; three others are told apart by a few known images of each, by what the last hidden layer makes of them. Which loss leaves features that serve for them too?',
  ),
  base: { dataset: 'fashion-recognition', model: 'cnn', optimizer: 'adam', epochs: 8 },
  variants: [
    { change: { loss: 'cross-entropy' } },
    {
      name: message('Label smoothing'),
      change: { loss: { name: 'cross-entropy', parameters: { labelSmoothing: 0.2 } } },
    },
    { change: { loss: 'mean-squared-error' } },
  ],
};
