import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const overfittingByLoss: Study<'ce' | 'mse'> = {
  title: message('Cross-entropy causes overfitting'),
  short: message('CE and overfitting'),
  claim: message('A drawback of cross-entropy is that it can make a model overfit.'),
  source: message('The article, section 3.3'),
  method: [
    message(
      'An MLP with two hidden layers of 256 units learns 1,000 images of Fashion-MNIST by Adam with cross-entropy, and with squared error on a softmax summed over the classes. If the claim is true, cross-entropy is further above its validation accuracy when both know as much of the training images, and less accurate in the end.',
    ),
    message(
      'The calibration error is judged apart from the accuracy: a model may stay as accurate and yet grow too sure of itself.',
    ),
  ],
  base: {
    dataset: { name: 'fashion-mnist', share: 0.1 },
    model: { name: 'mlp', size: { layers: 2, units: 256 } },
    optimizer: 'adam',
    epochs: 60,
  },
  arms: {
    ce: { name: message('Cross-entropy'), change: { loss: 'cross-entropy' } },
    mse: { name: message('Squared error'), change: { loss: { name: 'mean-squared-error', reduction: 'sum' } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'above', measure: 'matchedGap', of: 'ce', than: 'mse', by: 0.01 },
    { kind: 'above', measure: 'gap', of: 'ce', than: 'mse', by: 0.01 },
    { kind: 'above', measure: 'validationAccuracy', of: 'mse', than: 'ce', by: 0.01 },
    { kind: 'above', measure: 'calibrationError', of: 'ce', than: 'mse', by: 0.01 },
  ],
}; // prettier-ignore
