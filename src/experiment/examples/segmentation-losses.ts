import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const segmentationLosses: Example = {
  title: message('Which loss finds the outlines?'),
  description: message(
    'Every pixel has a class, and most are background. Cross-entropy counts pixels, Dice and Tversky compare regions. Compare the IoU of the classes, not the share of right pixels. The learning rate warms up, without which focal Tversky stays with background alone.',
  ),
  base: {
    dataset: 'fashion-scenes',
    optimizer: { name: 'adam', schedule: { name: 'constant', warmUp: 2 } },
    epochs: 5,
    batchSize: 16,
  },
  variants: [
    { change: { loss: 'cross-entropy' } },
    { change: { loss: 'dice' } },
    { change: { loss: 'cross-entropy-dice' } },
    { change: { loss: 'focal-tversky' } },
  ],
};
