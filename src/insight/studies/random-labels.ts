import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const randomLabels: Study<'true' | 'random'> = {
  title: message('Random labels are learnt by heart'),
  short: message('Random labels'),
  claim: message(
    'A network that generalises from true labels learns random ones without error as well, and then knows nothing about other images.',
  ),
  source: message(
    'Zhang et al. 2017, Understanding deep learning requires rethinking generalization, arXiv 1611.03530',
  ),
  method: [
    message(
      'An MLP with two hidden layers of 256 units learns 1,000 images of Fashion-MNIST by Adam, once with their labels and once with labels drawn by lot. All else is the same.',
    ),
    message(
      'The source has ImageNet and CIFAR-10 and networks with more weights than images; here too there are hundreds of weights an image.',
    ),
  ],
  base: {
    dataset: { name: 'fashion-mnist', share: 0.1 },
    model: { name: 'mlp', size: { layers: 2, units: 256 } },
    optimizer: 'adam',
    epochs: 80,
  },
  arms: {
    true: { name: message('True labels'), change: {} },
    random: { name: message('Random labels'), change: { dataset: { randomLabels: true } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'level', measure: 'trainingAccuracy', of: 'random', side: 'least', bound: 0.99 },
    { kind: 'level', measure: 'validationAccuracy', of: 'random', side: 'most', bound: 0.13 },
    { kind: 'above', measure: 'validationAccuracy', of: 'true', than: 'random', by: 0.5 },
  ],
}; // prettier-ignore
