import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const noisyLabels: Example = {
  title: message('Which loss stands wrong labels?'),
  description: message(
    'Four in ten training labels are wrong, the validation labels are right. Look at the validation accuracy: does it rise and then fall, as the wrong labels are learnt, or does it stay?',
  ),
  base: {
    dataset: { name: 'fashion-mnist', labelNoise: 0.4 },
    model: { name: 'mlp', size: { units: 256 } },
    optimizer: 'adam',
    epochs: 30,
  },
  variants: [
    { change: { loss: 'cross-entropy' } },
    { change: { loss: 'mean-absolute-error' } },
    { change: { loss: 'generalised-cross-entropy' } },
  ],
};
