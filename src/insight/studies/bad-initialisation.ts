import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const badInitialisation: Study<'ce' | 'mse' | 'ce-large' | 'mse-large'> = {
  title: message('From large initial weights squared error gets stuck'),
  short: message('Bad initialisation'),
  claim: message(
    'From a random start squared error often cannot reach a good optimum, where cross-entropy can.',
  ),
  source: message(
    'Golik et al. 2013, Cross-Entropy vs. Squared Error Training: a Theoretical and Experimental Comparison, Interspeech',
  ),
  method: [
    message(
      'An MLP of 128 ReLU units learns the 8×8 digits by SGD, with cross-entropy and with squared error on a softmax, summed over the classes. Varied is the scale of the initial weights: as usual, and ten times that, which makes most softmax outputs surely wrong.',
    ),
    message(
      'The source trains speech and handwriting recognisers from a random start; small networks with today’s initialisation do not get stuck so, therefore the larger weights.',
    ),
  ],
  base: { dataset: 'digits', model: 'mlp', optimizer: { name: 'sgd', learningRate: 0.05 }, epochs: 40 },
  arms: {
    ce: { name: message('Cross-entropy'), change: { loss: 'cross-entropy' } },
    mse: { name: message('Squared error'), change: { loss: { name: 'mean-squared-error', reduction: 'sum' } } },
    'ce-large': { name: message('Cross-entropy, weights × 10'), change: { loss: 'cross-entropy', model: { style: { initialScale: 10 } } } },
    'mse-large': { name: message('Squared error, weights × 10'), change: { loss: { name: 'mean-squared-error', reduction: 'sum' }, model: { style: { initialScale: 10 } } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'above', measure: 'validationAccuracy', of: 'ce-large', than: 'mse-large', by: 0.1 },
    { kind: 'report', measure: 'validationAccuracy', of: 'ce' },
    { kind: 'report', measure: 'validationAccuracy', of: 'mse' },
  ],
}; // prettier-ignore
