import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const overfitting: Example = {
  title: message('What helps against overfitting?'),
  description: message(
    'A thousand images and a network that learns them by heart. Look at the validation loss while the training loss goes on falling: dropout, weight decay, augmentation and early stopping each act on the gap between them.',
  ),
  base: {
    dataset: { name: 'fashion-mnist', share: 0.1 },
    model: { name: 'mlp', size: { layers: 2, units: 256 } },
    optimizer: { name: 'adamw', weightDecay: 0 },
    epochs: 60,
  },
  variants: [
    { name: message('As it is'), change: {} },
    { name: message('Dropout'), change: { model: { style: { dropout: 0.5 } } } },
    { name: message('Weight decay'), change: { optimizer: { weightDecay: 1 } } },
    {
      name: message('Augmentation'),
      change: { dataset: { augmentation: { shift: 2, flip: true } } },
    },
    { name: message('Early stopping'), change: { earlyStopping: { patience: 5 } } },
  ],
};
