import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const vanishingGradient: Example = {
  title: message('Where does the gradient vanish, and what brings it back?'),
  description: message(
    'Eight hidden layers. Look at the gradient norm layer by layer, from the output back to the first; then see which of tanh, ReLU, batch norm and the shortcuts of a ResNet lets the first layers learn.',
  ),
  base: {
    dataset: { name: 'fashion-mnist', share: 0.5 },
    model: { name: 'deep-mlp', size: { layers: 8 } },
    epochs: 6,
  },
  variants: [
    { name: message('sigmoid'), change: { model: { style: { activation: 'sigmoid' } } } },
    { name: message('tanh'), change: { model: { style: { activation: 'tanh' } } } },
    {
      name: message('ReLU'),
      change: { model: { style: { activation: 'relu', initializer: 'he-normal' } } },
    },
    { name: message('Sigmoid with batch norm'), change: { model: { style: { batchNorm: true } } } },
    { name: message('ResNet'), change: { model: 'resnet' } },
  ],
};
