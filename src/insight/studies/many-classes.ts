import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const manyClasses: Study<'ce-10' | 'mse-10' | 'ce-100' | 'mse-100' | 'rescaled-100'> = {
  title: message('Squared error degrades with the number of classes'),
  short: message('Many classes'),
  claim: message(
    'With ten classes squared error is as good as cross-entropy, with a hundred it falls behind; rescaling the true class helps.',
  ),
  source: message(
    'Demirkaya et al. 2020, Exploring the Role of Loss Functions in Multiclass Classification, CISS; Hui & Belkin 2020 (rescaling)',
  ),
  method: [
    message(
      'An MLP learns single digits of 8×8 pixels, ten classes, and pairs of them side by side, a hundred classes, by SGD at the same rate. Varied is the loss: cross-entropy, squared error on the linear output, summed over the classes, and the same rescaled with k = 5 and M = 5.',
    ),
    message(
      'The pairs are another task than the single digits, not only one of more classes, so each is compared with cross-entropy on the same task. The source uses CIFAR-100 and deeper networks.',
    ),
  ],
  base: {
    dataset: 'digit-pairs',
    model: 'mlp',
    optimizer: { name: 'sgd', learningRate: 0.02 },
    epochs: 30,
    batchSize: 32,
  },
  arms: {
    'ce-10': { name: message('10 classes, cross-entropy'), change: { dataset: 'digits', loss: 'cross-entropy' } },
    'mse-10': { name: message('10 classes, squared error'), change: { dataset: 'digits', loss: { name: 'mean-squared-error-linear', reduction: 'sum' } } },
    'ce-100': { name: message('100 classes, cross-entropy'), change: { loss: 'cross-entropy' } },
    'mse-100': { name: message('100 classes, squared error'), change: { loss: { name: 'mean-squared-error-linear', reduction: 'sum' } } },
    'rescaled-100': { name: message('100 classes, rescaled'), change: { loss: { name: 'mean-squared-error-rescaled', reduction: 'sum', parameters: { k: 5, target: 5 } } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'above', measure: 'validationAccuracy', of: 'ce-100', than: 'mse-100', by: 0.1 },
    { kind: 'not-below', measure: 'validationAccuracy', of: 'mse-10', than: 'ce-10', within: 0.05 },
    { kind: 'above', measure: 'validationAccuracy', of: 'rescaled-100', than: 'mse-100', by: 0.05 },
  ],
}; // prettier-ignore
