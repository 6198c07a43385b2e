import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const focalImbalance: Study<'ce' | 'focal' | 'weights'> = {
  title: message('Focal loss helps rare classes'),
  short: message('Rare classes'),
  claim: message(
    'Where a few classes have most of the examples, focal loss lets the rare ones be learnt better than cross-entropy does.',
  ),
  source: message('Lin et al. 2017, Focal Loss for Dense Object Detection, arXiv 1708.02002'),
  method: [
    message(
      'An MLP learns Fashion-MNIST by Adam for 15 epochs; the largest class has a hundred times the training images of the smallest, in validation all are equal. Varied is the loss: cross-entropy, focal loss with γ = 2, and for comparison cross-entropy with balanced class weights.',
    ),
    message(
      'The source tells few objects from a thousand times as much background, two classes, and weights them with α = 0.25 besides; here ten classes are unequal, and γ acts alone.',
    ),
  ],
  base: {
    dataset: { name: 'fashion-mnist', imbalance: 100 },
    model: 'mlp',
    optimizer: 'adam',
    epochs: 15,
  },
  arms: {
    ce: { name: message('Cross-entropy'), change: { loss: 'cross-entropy' } },
    focal: { name: message('Focal loss'), change: { loss: 'focal' } },
    weights: { name: message('Balanced weights'), change: { loss: { name: 'cross-entropy', classWeights: 'balanced' } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'above', measure: 'balancedAccuracy', of: 'focal', than: 'ce', by: 0.01 },
    { kind: 'report', measure: 'balancedAccuracy', of: 'weights' },
  ],
}; // prettier-ignore
