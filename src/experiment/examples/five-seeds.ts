import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const fiveSeeds: Example = {
  title: message('How much is chance?'),
  description: message(
    'One experiment with five seeds: other first weights, another order of images. A difference between two losses that is smaller than the spread of these five says nothing.',
  ),
  base: { epochs: 15 },
  seeds: [1, 2, 3, 4, 5],
};
