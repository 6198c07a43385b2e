import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const randomLabels: Example = {
  title: message('Can a network learn labels that mean nothing?'),
  description: message(
    'A thousand images, once with their labels and once with labels drawn by lot. The training loss falls either way; the validation accuracy says which of the two has learnt something.',
  ),
  base: {
    dataset: { name: 'fashion-mnist', share: 0.1 },
    model: { name: 'mlp', size: { layers: 2, units: 256 } },
    optimizer: 'adam',
    epochs: 100,
  },
  variants: [
    { name: message('True labels'), change: {} },
    { name: message('Random labels'), change: { dataset: { randomLabels: true } } },
  ],
};
