import { message } from '../../l10n.ts';
import type { Example } from './example.ts';

export const crossEntropyAgainstMse: Example = {
  title: message('Cross-entropy or MSE?'),
  description: message(
    'The same network, weights and order of images; the losses alone differ. MSE is a mean over the classes, so its gradient is also the smaller: compare the gradient at the first step, then the accuracy by epoch.',
  ),
  base: { epochs: 20 },
  variants: [{ change: { loss: 'cross-entropy' } }, { change: { loss: 'mean-squared-error' } }],
};
