import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const scaleOfMse: Example = {
  title: message('Mean, sum or half the sum: what does the scale of a loss do?'),
  description: message(
    'Three times MSE on ten classes: the mean is a tenth of the sum. By plain SGD that acts like a learning rate a tenth as large.',
  ),
  base: { loss: 'mean-squared-error', epochs: 15 },
  variants: [
    { change: { loss: { reduction: 'mean' } } },
    { change: { loss: { reduction: 'half-sum' } } },
    { change: { loss: { reduction: 'sum' } } },
  ],
};
