import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

const batchSize = 64;
const learningRate = 0.0625;

export const meanAndSum: Study<'mean' | 'sum-rescaled' | 'sum' | 'adam-mean' | 'adam-sum'> = {
  title: message('Mean and sum differ by the learning rate alone'),
  short: message('Mean and sum'),
  claim: message(
    'Mean cross-entropy is no other loss than cross-entropy summed over the batch: with the learning rate divided by the batch size both train the same.',
  ),
  source: message(
    'Against the article’s first question and answer, which tells them apart as two losses; that a sum acts like a larger rate is in Goyal et al. 2017, Accurate, Large Minibatch SGD, arXiv 1706.02677',
  ),
  method: [
    message(
      'An MLP learns 1,280 images of Fashion-MNIST in batches of 64, which divides them without rest. Varied are the reduction over the batch and the learning rate: the mean at 1/16; the sum at 1/64 of that, and at the same rate. Then mean and sum by Adam, each at Adam’s usual rate.',
    ),
    message(
      'Dividing by 64 is exact in binary arithmetic, so the first two are expected to agree to the last digits, not only about.',
    ),
  ],
  base: {
    dataset: { name: 'fashion-mnist', share: 0.128 },
    model: 'mlp',
    loss: 'cross-entropy',
    optimizer: { name: 'sgd', learningRate },
    epochs: 20,
    batchSize,
  },
  arms: {
    mean: { name: message('Mean'), change: {} },
    'sum-rescaled': { name: message('Sum, rate ÷ 64'), change: { loss: { batch: 'sum' }, optimizer: { learningRate: learningRate / batchSize } } },
    sum: { name: message('Sum, same rate'), change: { loss: { batch: 'sum' } } },
    'adam-mean': { name: message('Mean by Adam'), change: { optimizer: 'adam' } },
    'adam-sum': { name: message('Sum by Adam'), change: { optimizer: 'adam', loss: { batch: 'sum' } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'same-curve', of: 'sum-rescaled', than: 'mean', within: 1e-6 },
    { kind: 'above', measure: 'validationAccuracy', of: 'mean', than: 'sum', by: 0.1 },
    { kind: 'alike', measure: 'validationAccuracy', of: 'adam-sum', than: 'adam-mean', within: 0.03 },
  ],
}; // prettier-ignore
