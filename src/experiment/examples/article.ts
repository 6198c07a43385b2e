import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const article: Example = {
  title: message('What does the article’s example measure?'),
  description: message(
    'The usual first program: 100 images of noise with labels drawn by lot, 128 units and 10, Adam, 1000 epochs of one batch each, mended so that it runs. The training loss goes on falling: see what the validation accuracy says to that.',
  ),
  base: {
    dataset: 'random-images',
    model: { name: 'mlp', size: { layers: 1, units: 128 } },
    loss: 'cross-entropy',
    optimizer: { name: 'adam', learningRate: 0.001 },
    epochs: 1000,
    batchSize: 100,
  },
};
