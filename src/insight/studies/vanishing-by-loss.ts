import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const vanishingByLoss: Study<'ce' | 'mse' | 'ce-relu' | 'mse-relu'> = {
  title: message('Cross-entropy causes vanishing gradients'),
  short: message('CE and vanishing'),
  claim: message('A drawback of cross-entropy is that it can make gradients vanish.'),
  source: message('The article, section 3.3'),
  method: [
    message(
      'The same deep networks learn the 8×8 digits with cross-entropy and with squared error on a softmax, summed over the classes: four hidden layers of 64 sigmoid units, then the same with ReLU. If the claim is true, the first layer’s gradient is smaller with cross-entropy.',
    ),
    message(
      'Two readings are put to the test: the first layer’s gradient itself, and its share of the output layer’s, which is what “vanishing” means elsewhere.',
    ),
  ],
  base: {
    dataset: 'digits',
    model: { name: 'deep-mlp', size: { layers: 4 } },
    optimizer: { name: 'sgd', learningRate: 0.1 },
    epochs: 20,
  },
  arms: {
    ce: { name: message('Cross-entropy, sigmoid'), change: { loss: 'cross-entropy' } },
    mse: { name: message('Squared error, sigmoid'), change: { loss: { name: 'mean-squared-error', reduction: 'sum' } } },
    'ce-relu': { name: message('Cross-entropy, ReLU'), change: { loss: 'cross-entropy', model: { style: { activation: 'relu', initializer: 'he-normal' } } } },
    'mse-relu': { name: message('Squared error, ReLU'), change: { loss: { name: 'mean-squared-error', reduction: 'sum' }, model: { style: { activation: 'relu', initializer: 'he-normal' } } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'times', measure: 'firstGradient', of: 'mse', than: 'ce', by: 1.5 },
    { kind: 'times', measure: 'flow', of: 'mse', than: 'ce', by: 1.5 },
    { kind: 'times', measure: 'firstGradient', of: 'mse-relu', than: 'ce-relu', by: 1.5 },
    { kind: 'report', measure: 'flow', of: 'ce-relu' },
    { kind: 'report', measure: 'validationAccuracy', of: 'ce-relu' },
    { kind: 'report', measure: 'validationAccuracy', of: 'mse-relu' },
  ],
}; // prettier-ignore
