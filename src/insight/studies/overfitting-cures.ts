import { message, type Message } from '../../l10n.ts';
import type { Expectation, Study } from './study.ts';

type Cure = 'more-data' | 'weight-decay' | 'l1' | 'dropout' | 'augmentation' | 'early-stopping';
type Arm = 'plain' | Cure;

const arms: Study<Arm>['arms'] = {
  plain: { name: message('As it is'), change: {} },
  'more-data': { name: message('More data'), change: { dataset: { share: 1 } } },
  'weight-decay': { name: message('Weight decay'), change: { optimizer: { weightDecay: 1 } } },
  l1: { name: message('L1 penalty'), change: { optimizer: { l1: 0.0005 } } },
  dropout: { name: message('Dropout'), change: { model: { style: { dropout: 0.5 } } } },
  augmentation: { name: message('Augmentation'), change: { dataset: { augmentation: { shift: 1, flip: true } } } },
  'early-stopping': { name: message('Early stopping'), change: { earlyStopping: { patience: 5 } } },
}; // prettier-ignore

/** Less of a gap, and not by learning less: both are asked of every cure. */
function asked(cure: Cure): Expectation<Arm>[] {
  const about: Message = arms[cure].name;
  return [
    { kind: 'above', about, measure: 'gap', of: 'plain', than: cure, by: 0.03 },
    { kind: 'times', about, measure: 'validationCrossEntropy', of: 'plain', than: cure, by: 1.1 },
    { kind: 'above', about, measure: 'validationAccuracy', of: cure, than: 'plain', by: 0.005 },
  ];
}

export const overfittingCures: Study<Arm> = {
  title: message('Cures for overfitting'),
  short: message('Overfitting, cures'),
  claim: message(
    'Against overfitting help more data, regularisation, dropout and augmentation, and early stopping besides.',
  ),
  source: message(
    'The article, question 5; Srivastava et al. 2014 (dropout), Krogh & Hertz 1991 (weight decay), Prechelt 1998 (early stopping)',
  ),
  method: [
    message(
      'An MLP with two hidden layers of 256 units learns 1,000 images of Fashion-MNIST by AdamW for 40 epochs, which it knows by heart then. One cure at a time is added, at a strength that was tried with seeds 1 and 2; more data is ten times as many images.',
    ),
    message(
      'Three things are asked of every cure: that training and validation accuracy come closer, that the validation cross-entropy falls, and that the validation accuracy rises. A cure can do the one without the other.',
    ),
  ],
  base: {
    dataset: { name: 'fashion-mnist', share: 0.1 },
    model: { name: 'mlp', size: { layers: 2, units: 256 } },
    optimizer: { name: 'adamw', weightDecay: 0 },
    epochs: 40,
  },
  arms,
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    ...asked('more-data'),
    ...asked('weight-decay'),
    ...asked('l1'),
    ...asked('dropout'),
    ...asked('augmentation'),
    ...asked('early-stopping'),
  ],
};
