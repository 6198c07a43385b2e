import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const initialisation: Example = {
  title: message('What do the initial weights decide?'),
  description: message(
    'The same network from other first weights. Look at the loss and the gradient at the first step: at 0 all units stay alike, and weights three times as large begin surely wrong.',
  ),
  base: { model: { name: 'mlp', size: { layers: 3, units: 128 } }, epochs: 15 },
  variants: [
    { name: message('He'), change: { model: { style: { initializer: 'he-normal' } } } },
    { name: message('Glorot'), change: { model: { style: { initializer: 'glorot-uniform' } } } },
    {
      name: message('He, three times as large'),
      change: { model: { style: { initializer: 'he-normal', initialScale: 3 } } },
    },
    { name: message('all weights 0'), change: { model: { style: { initializer: 'zeros' } } } },
  ],
};
