import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const labelNoise: Study<'ce' | 'mae' | 'gce' | 'brier' | 'linear'> = {
  title: message('Bounded losses resist wrong labels'),
  short: message('Wrong labels'),
  claim: message(
    'With wrong labels absolute error, generalised cross-entropy and squared error stay accurate where cross-entropy learns the errors.',
  ),
  source: message(
    'Ghosh et al. 2017, Robust Loss Functions under Label Noise, arXiv 1712.09482; Zhang & Sabuncu 2018, Generalized Cross Entropy Loss, arXiv 1805.07836',
  ),
  method: [
    message(
      'An MLP of 256 units learns the 8×8 digits by Adam for 100 epochs, long enough to learn wrong labels too, while 40 % of the training labels are replaced by another class; the validation labels are right. Only the loss is varied.',
    ),
    message(
      'Ghosh et al. prove that absolute error is robust and count squared error among the losses that are bounded and so more robust than cross-entropy; whether it is, is judged by itself.',
    ),
  ],
  base: {
    dataset: { name: 'digits', labelNoise: 0.4 },
    model: { name: 'mlp', size: { units: 256 } },
    optimizer: { name: 'adam', learningRate: 0.003 },
    epochs: 100,
  },
  arms: {
    ce: { name: message('Cross-entropy'), change: { loss: 'cross-entropy' } },
    mae: { name: message('Absolute error'), change: { loss: { name: 'mean-absolute-error', reduction: 'sum' } } },
    gce: { name: message('Generalised cross-entropy'), change: { loss: 'generalised-cross-entropy' } },
    brier: { name: message('Squared error on softmax'), change: { loss: { name: 'mean-squared-error', reduction: 'sum' } } },
    linear: { name: message('Squared error on linear output'), change: { loss: { name: 'mean-squared-error-linear', reduction: 'sum' } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'above', measure: 'validationAccuracy', of: 'mae', than: 'ce', by: 0.03 },
    { kind: 'above', measure: 'validationAccuracy', of: 'gce', than: 'ce', by: 0.03 },
    { kind: 'above', measure: 'validationAccuracy', of: 'brier', than: 'ce', by: 0.03 },
    { kind: 'report', measure: 'validationAccuracy', of: 'linear' },
    { kind: 'report', measure: 'trainingAccuracy', of: 'ce' },
    { kind: 'report', measure: 'trainingAccuracy', of: 'mae' },
  ],
}; // prettier-ignore
