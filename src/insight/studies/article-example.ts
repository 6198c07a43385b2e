import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

export const articleExample: Study<'noise' | 'digits'> = {
  title: message('The article’s example trains a classifier'),
  short: message('Article’s example'),
  claim: message(
    'The article’s program shows how a simple image classifier is trained with cross-entropy: its loss falls.',
  ),
  source: message('The article, chapter 4'),
  method: [
    message(
      'As written it does not run: integer labels are given to CategoricalCrossentropy, which wants one-hot rows; there is no Flatten before the first Dense; and input_shape is that of a flat image while x_data is not. Here the three are mended, and all else is as written: 100 images of noise with labels drawn by lot, 128 units, Adam, every epoch one batch. After 300 of its 1,000 epochs it has no training error left.',
    ),
    message(
      'The second arm is the same program on 100 images of MNIST, to tell what is wrong: the data, not the network. The article has no validation set; here there is one.',
    ),
  ],
  base: {
    dataset: 'random-images',
    model: { name: 'mlp', size: { layers: 1, units: 128 } },
    loss: 'cross-entropy',
    optimizer: { name: 'adam', learningRate: 0.001 },
    epochs: 300,
    batchSize: 100,
  },
  arms: {
    noise: { name: message('Noise, as in the article'), change: {} },
    digits: { name: message('100 digits of MNIST'), change: { dataset: { name: 'mnist', share: 0.01 } } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'level', measure: 'validationAccuracy', of: 'noise', side: 'least', bound: 0.2 },
    { kind: 'report', measure: 'trainingAccuracy', of: 'noise' },
    { kind: 'report', measure: 'trainingAccuracy', of: 'digits' },
    { kind: 'report', measure: 'validationAccuracy', of: 'digits' },
  ],
}; // prettier-ignore
