import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const calibration: Study<'ce' | 'smoothing' | 'focal' | 'brier'> = {
  title: message('Cross-entropy is too sure of itself'),
  short: message('Calibration'),
  claim: message(
    'A network trained long with cross-entropy promises more than it holds; label smoothing, focal loss and squared error are better calibrated.',
  ),
  source: message(
    'Guo et al. 2017, arXiv 1706.04599; Müller et al. 2019, arXiv 1906.02629; Mukhoti et al. 2020, arXiv 2002.09437',
  ),
  method: [
    message(
      'An MLP of 256 units learns 1,000 images of Fashion-MNIST by Adam for 60 epochs, long after it knows them by heart. Varied is the loss: cross-entropy, the same with label smoothing 0.05, focal loss with γ = 2, squared error on a softmax. Read is the expected calibration error in 15 bins.',
    ),
    message(
      'The sources have deep convolutional networks. Temperature scaling, Guo’s own cure, is done after training and is no loss, so it is left out.',
    ),
  ],
  base: {
    dataset: { name: 'fashion-mnist', share: 0.1 },
    model: { name: 'mlp', size: { units: 256 } },
    optimizer: 'adam',
    epochs: 60,
  },
  arms: {
    ce: { name: message('Cross-entropy'), change: { loss: 'cross-entropy' } },
    smoothing: { name: message('Label smoothing'), change: { loss: { name: 'cross-entropy', parameters: { labelSmoothing: 0.05 } } } },
    focal: { name: message('Focal loss'), change: { loss: 'focal' } },
    brier: { name: message('Squared error'), change: { loss: { name: 'mean-squared-error', reduction: 'sum' } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'level', measure: 'calibrationError', of: 'ce', side: 'least', bound: 0.05 },
    { kind: 'above', measure: 'calibrationError', of: 'ce', than: 'smoothing', by: 0.01 },
    { kind: 'above', measure: 'calibrationError', of: 'ce', than: 'focal', by: 0.01 },
    { kind: 'above', measure: 'calibrationError', of: 'ce', than: 'brier', by: 0.01 },
    { kind: 'report', measure: 'validationAccuracy', of: 'ce' },
    { kind: 'report', measure: 'validationAccuracy', of: 'smoothing' },
  ],
}; // prettier-ignore
