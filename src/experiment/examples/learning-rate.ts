import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const learningRate: Example = {
  title: message('Is the learning rate too high or too low?'),
  description: message(
    'One network and loss by plain SGD, at rates powers of ten apart. Too low is slow, too high jumps about or diverges. Compare the loss of the batches, and how long a step is beside the weights.',
  ),
  base: { epochs: 15 },
  variants: [
    { name: message('Rate 0.0005'), change: { optimizer: { name: 'sgd', learningRate: 0.0005 } } },
    { name: message('Rate 0.05'), change: { optimizer: { name: 'sgd', learningRate: 0.05 } } },
    { name: message('Rate 0.5'), change: { optimizer: { name: 'sgd', learningRate: 0.5 } } },
    { name: message('Rate 10'), change: { optimizer: { name: 'sgd', learningRate: 10 } } },
  ],
};
