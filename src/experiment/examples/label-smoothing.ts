import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const labelSmoothing: Example = {
  title: message('Is a model as sure as it is right?'),
  description: message(
    'Trained long on few images, a model is surer of itself than it is right: the calibration error. Label smoothing asks for less than certainty. Compare the calibration error, then the accuracy.',
  ),
  base: {
    dataset: { name: 'fashion-mnist', share: 0.1 },
    model: { name: 'mlp', size: { units: 256 } },
    loss: 'cross-entropy',
    optimizer: 'adam',
    epochs: 60,
  },
  variants: [
    { name: message('Without smoothing'), change: {} },
    { name: message('Smoothing 0.05'), change: { loss: { parameters: { labelSmoothing: 0.05 } } } },
    { name: message('Smoothing 0.2'), change: { loss: { parameters: { labelSmoothing: 0.2 } } } },
  ],
};
