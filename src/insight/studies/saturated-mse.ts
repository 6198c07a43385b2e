import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const saturatedMse: Study<'ce' | 'mse' | 'bce' | 'mse-sigmoid'> = {
  title: message('Squared error learns slowly where units are saturated'),
  short: message('Saturated units'),
  claim: message(
    'With sigmoid units squared error learns slowly where a unit is surely wrong, since its gradient has the factor p(1 − p); cross-entropy does not.',
  ),
  source: message(
    'Nielsen 2015, Neural Networks and Deep Learning, chapter 3; Glorot & Bengio 2010, Understanding the difficulty of training deep feedforward neural networks',
  ),
  method: [
    message(
      'A network with two hidden layers of 30 sigmoid units learns the 8×8 digits by plain SGD. Only the loss is varied: cross-entropy and squared error on a softmax, then the same two on ten sigmoids, each summed over the classes so that none is slowed down by a mean.',
    ),
    message(
      'Nielsen shows one neuron that starts at the wrong end, Glorot & Bengio deeper networks on larger images. Here the learning rate is the same for both losses, as theirs is; the study of tuned squared error asks what is left of it when each has its own.',
    ),
  ],
  base: {
    dataset: 'digits',
    model: { name: 'mlp', size: { layers: 2, units: 30 }, style: { activation: 'sigmoid', initializer: 'glorot-uniform' } },
    optimizer: { name: 'sgd', learningRate: 0.1 },
    epochs: 150,
    batchSize: 32,
  },
  arms: {
    ce: { name: message('Cross-entropy on softmax'), change: { loss: 'cross-entropy' } },
    mse: { name: message('Squared error on softmax'), change: { loss: { name: 'mean-squared-error', reduction: 'sum' } } },
    bce: { name: message('Cross-entropy on sigmoids'), change: { loss: { name: 'binary-cross-entropy', reduction: 'sum' } } },
    'mse-sigmoid': { name: message('Squared error on sigmoids'), change: { loss: { name: 'mean-squared-error-sigmoid', reduction: 'sum' } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'times', measure: 'epochsToHalf', of: 'mse', than: 'ce', by: 2 },
    { kind: 'times', measure: 'epochsToHalf', of: 'mse-sigmoid', than: 'bce', by: 2 },
    { kind: 'report', measure: 'validationAccuracy', of: 'ce' },
    { kind: 'report', measure: 'validationAccuracy', of: 'mse' },
  ],
}; // prettier-ignore
